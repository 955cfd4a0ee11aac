import { useQuery } from "@tanstack/react-query";
import { mealsApi } from "./meals.api";

export const bookingKey = (bookingId: string) => ["meals", "booking", bookingId] as const;

export const useMealBooking = (bookingId: string) =>
  useQuery({ queryKey: bookingKey(bookingId), queryFn: () => mealsApi.getMealBooking({ params: { bookingId } }) });
