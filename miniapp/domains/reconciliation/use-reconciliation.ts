import { useQuery } from "@tanstack/react-query";
import { reconciliationApi } from "./reconciliation.api";

/** The platform's figures beside ours, of a county or a city. */
export const useReconciliation = (regionId: string) =>
  useQuery({
    queryKey: ["reconciliation", regionId],
    queryFn: () => reconciliationApi.getReconciliation({ query: { regionId } }),
  });
