import { useQuery } from "@tanstack/react-query";
import { createClient } from "@shared/core/endpoint";
import { circleContract } from "@shared/domains/care-points/circle.contract";
import { send } from "@miniapp/core/http";

const circleApi = createClient(circleContract, send);

/** What is within the quarter of an hour of a community; asked once there is one. */
export const useCircle = (communityId: string | undefined) =>
  useQuery({
    queryKey: ["circle", communityId],
    queryFn: () => circleApi.getCircle({ query: { communityId: communityId ?? "" } }),
    enabled: communityId !== undefined,
  });
