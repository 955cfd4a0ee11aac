import { useQuery } from "@tanstack/react-query";
import { carePointsApi } from "./care-points.api";

/** Care points of the community's city whose name holds a text; asked once there is one. */
export const useSearchCarePoints = ({ communityId, text }: { communityId: string | undefined; text: string }) =>
  useQuery({
    queryKey: ["care-points", "search", communityId, text],
    queryFn: () => carePointsApi.searchCarePoints({ query: { communityId: communityId ?? "", text } }),
    enabled: communityId !== undefined && text !== "",
  });
