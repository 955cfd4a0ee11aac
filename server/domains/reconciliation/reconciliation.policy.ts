import type { reconciliationContract } from "@shared/domains/reconciliation/reconciliation.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkOfficer } from "@server/domains/accounts/index";

/** A district's office sees its own district, the city's office the whole city; regions are public, so others are told. */
const officeAbove: Policy<{ readonly id: string; readonly cityId: string }> = (actor, { id, cityId }) =>
  checkOfficer(actor, id) || checkOfficer(actor, cityId) ? "allow" : "forbidden";

export const reconciliationPolicy = {
  getReconciliation: officeAbove,
  listUnmatched: officeAbove,
} satisfies Policies<typeof reconciliationContract>;
