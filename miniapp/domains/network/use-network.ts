import { useQuery } from "@tanstack/react-query";
import { networkApi } from "./network.api";

/** What a region's network must hold and lacks; nothing is asked before the region is known. */
export const useNetwork = (regionId: string | undefined) =>
  useQuery({
    queryKey: ["network", regionId],
    queryFn: () => networkApi.getNetwork({ query: { regionId: regionId ?? "" } }),
    enabled: regionId !== undefined,
  });
