import { useInfiniteQuery } from "@tanstack/react-query";
import { networkApi } from "./network.api";

/** The regions that lack one requirement, twenty at a time. */
export const useGaps = ({ regionId, requirement }: { regionId: string; requirement: string }) =>
  useInfiniteQuery({
    queryKey: ["network", regionId, "gaps", requirement],
    queryFn: ({ pageParam }) => networkApi.listGaps({ query: { regionId, requirement, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
