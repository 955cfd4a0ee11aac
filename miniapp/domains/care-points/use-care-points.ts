import { useInfiniteQuery } from "@tanstack/react-query";
import type { CareService } from "@shared/core/network";
import type { Acceptance, AccessibilityMark } from "@shared/domains/care-points/care-point-shapes";
import { carePointsApi } from "./care-points.api";

export interface CarePointFilters {
  readonly service?: CareService | undefined;
  readonly openNow?: "yes" | undefined;
  readonly accessibility?: AccessibilityMark | undefined;
  readonly accepts?: Acceptance | undefined;
  readonly graded?: "yes" | undefined;
}

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
