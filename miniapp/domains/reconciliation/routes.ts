import type { Office } from "@miniapp/core/office";
import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const workbench = "domains/reconciliation/workbench";

export const reconciliationRoutes: readonly PageRoutes[] = [{ root: workbench, pages: ["reconciliation/index"] }];

/** @param county one of the city's, where the city's office looks into it; without it the office's own region */
export const toReconciliation = (
  { regionId, regionName }: Office,
  county?: { readonly id: string; readonly name: string },
): string =>
  addressOf(`${workbench}/reconciliation/index`, {
    regionId,
    regionName,
    countyId: county?.id,
    countyName: county?.name,
  });
