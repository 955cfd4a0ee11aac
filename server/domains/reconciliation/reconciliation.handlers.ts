import type { reconciliationContract } from "@shared/domains/reconciliation/reconciliation.contract";
import { refusedField } from "@server/core/app-error";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { districtOf, requireRegion, type PlacedRegion } from "@server/domains/regions/index";
import { listUnmatchedOf } from "./list-unmatched";
import { loadBothSides } from "./load-both-sides";
import { presentReconciliation } from "./reconciliation.presenter";
import { reconciliationPolicy as policy } from "./reconciliation.policy";

export const createReconciliationHandlers = ({
  clock,
  env,
}: Pick<Deps, "clock" | "env">): Handlers<typeof reconciliationContract> => ({
  getReconciliation: async ({ actor, authorize, query: { regionId } }) => {
    const region = await requireOffice(regionId);
    authorize(policy.getReconciliation(actor, region));
    const sides = await loadBothSides({ region, today: today(clock) });
    return presentReconciliation({ region, sides, isConnected: env.provincePlatform !== null });
  },

  listUnmatched: async ({ actor, authorize, query: { regionId, side, cursor } }) => {
    const region = await requireOffice(regionId);
    authorize(policy.listUnmatched(actor, region));
    const { both } = await loadBothSides({ region, today: today(clock) });
    return listUnmatchedOf(both, { side, cursor });
  },
});

/** Figures are compared for a district or for the whole city: nothing below has an office. */
async function requireOffice(regionId: string): Promise<PlacedRegion> {
  const region = await requireRegion({ id: regionId, path: "query.regionId" });
  if (region.id !== region.cityId && region.id !== districtOf(region))
    throw refusedField("query.regionId", "no_office");
  return region;
}
