import { useInfiniteQuery } from "@tanstack/react-query";
import { useSession } from "@miniapp/core/session";
import { noticesApi } from "./notices.api";

export const noticesKey = ["notices", "inbox"] as const;

/** What there is to tell me, twenty at a time, latest first; idle for a guest. */
export function useNotices() {
  const isSignedIn = useSession((session) => session.token !== null);
  return useInfiniteQuery({
    queryKey: noticesKey,
    queryFn: ({ pageParam }) => noticesApi.listNotices({ query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: isSignedIn,
  });
}
