import { useQuery } from "@tanstack/react-query";
import { carePointsApi } from "./care-points.api";

export const useCarePoint = ({ carePointId, communityId }: { carePointId: string; communityId?: string | undefined }) =>
  useQuery({
    queryKey: ["care-points", "one", carePointId, communityId],
    queryFn: () => carePointsApi.getCarePoint({ params: { carePointId }, query: { communityId } }),
  });
