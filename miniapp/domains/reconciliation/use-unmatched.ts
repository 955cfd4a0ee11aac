import { useInfiniteQuery } from "@tanstack/react-query";
import type { Side, UnmatchedPage } from "@shared/domains/reconciliation/reconciliation.contract";
import { reconciliationApi } from "./reconciliation.api";

interface Wanted {
  readonly regionId: string;
  readonly side: Side;
  /** Came with the figures. */
  readonly first: UnmatchedPage;
}

/** What only one side has, twenty at a time: the first twenty are there, and stay of one moment with the figures. */
export const useUnmatched = ({ regionId, side, first }: Wanted) =>
  useInfiniteQuery({
    queryKey: ["reconciliation", regionId, "unmatched", side],
    queryFn: ({ pageParam }) => reconciliationApi.listUnmatched({ query: { regionId, side, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    initialData: { pages: [first], pageParams: [undefined] },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
