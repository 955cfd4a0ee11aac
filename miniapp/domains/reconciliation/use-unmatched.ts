import { useInfiniteQuery } from "@tanstack/react-query";
import type { Side } from "@shared/domains/reconciliation/reconciliation.contract";
import { reconciliationApi } from "./reconciliation.api";

/** What only one side has, twenty at a time. */
export const useUnmatched = ({ regionId, side }: { regionId: string; side: Side }) =>
  useInfiniteQuery({
    queryKey: ["reconciliation", regionId, "unmatched", side],
    queryFn: ({ pageParam }) => reconciliationApi.listUnmatched({ query: { regionId, side, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
