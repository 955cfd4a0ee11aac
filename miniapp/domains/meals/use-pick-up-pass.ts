import { useQuery } from "@tanstack/react-query";
import { serverNow } from "@miniapp/core/server-clock";
import { mealCounterApi } from "./meal-counter.api";

/** The text of the picture that is good for this minute, asked anew when the next one begins; kept nowhere. */
export const usePickUpPass = (bookingId: string) =>
  useQuery({
    queryKey: ["pick-up-pass", bookingId],
    queryFn: () => mealCounterApi.getPickUpPass({ params: { bookingId } }),
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) =>
      state.data ? Math.max(1_000, Date.parse(state.data.refreshAt) - serverNow()) : 10_000,
  });
