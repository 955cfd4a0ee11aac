import { useMutation } from "@tanstack/react-query";
import { queryClient } from "@miniapp/core/query-client";
import { mealsApi } from "./meals.api";

/** Cancels a booking; repeating it changes nothing. */
export const useCancelMealBooking = () =>
  useMutation({
    mutationFn: (bookingId: string) => mealsApi.cancelMealBooking({ params: { bookingId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["meals"], refetchType: "all" }),
  });
