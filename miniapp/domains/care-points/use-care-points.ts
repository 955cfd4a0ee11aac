import { useInfiniteQuery } from "@tanstack/react-query";
import type { CarePointFilters } from "./care-point-filters";
import { carePointsApi } from "./care-points.api";

/** Care points nearest to a community first, twenty at a time. */
export const useCarePoints = ({
  communityId,
  filters,
}: {
  communityId: string | undefined;
  filters: CarePointFilters;
}) =>
  useInfiniteQuery({
    queryKey: ["care-points", communityId, filters],
    queryFn: ({ pageParam }) =>
      carePointsApi.listCarePoints({ query: { communityId: communityId ?? "", ...filters, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: communityId !== undefined,
  });
