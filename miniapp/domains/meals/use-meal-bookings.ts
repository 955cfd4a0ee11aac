import { useInfiniteQuery } from "@tanstack/react-query";
import { useSession } from "@miniapp/core/session";
import { mealsApi } from "./meals.api";

export type When = "upcoming" | "past";

/** My bookings, twenty at a time. */
export function useMealBookings(when: When) {
  const isSignedIn = useSession((session) => session.token !== null);
  return useInfiniteQuery({
    queryKey: ["meals", "bookings", when],
    queryFn: ({ pageParam }) => mealsApi.listMealBookings({ query: { when, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: isSignedIn,
  });
}
