import { useInfiniteQuery } from "@tanstack/react-query";
import { useActingFor } from "@miniapp/core/acting-for";
import { useSession } from "@miniapp/core/session";
import { mealsApi } from "./meals.api";

export type When = "upcoming" | "past";

/** My bookings, or those of the elder I act for, twenty at a time. */
export function useMealBookings(when: When) {
  const isSignedIn = useSession((session) => session.token !== null);
  const elderId = useActingFor((acting) => acting.elder?.id);
  return useInfiniteQuery({
    queryKey: ["meals", "bookings", when, elderId],
    queryFn: ({ pageParam }) => mealsApi.listMealBookings({ query: { when, elderId, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: isSignedIn,
  });
}
