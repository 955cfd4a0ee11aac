import { useQuery } from "@tanstack/react-query";
import { reconciliationApi } from "./reconciliation.api";

/** The platform's figures beside ours, of a county or a city: of one moment while the page is open, and of no other's. */
export const useReconciliation = (regionId: string) =>
  useQuery({
    queryKey: ["reconciliation", regionId],
    queryFn: () => reconciliationApi.getReconciliation({ query: { regionId } }),
    staleTime: Infinity,
    gcTime: 0,
  });
