import type { recordChangesContract } from "@shared/domains/care-point-records/record-changes.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkOfficer, managerOfCarePoint, staffOfCarePoint } from "@server/domains/accounts/index";

/** An office is public; that one does not work there is said. */
export const officerOf: Policy<{ readonly regionId: string }> = (actor, { regionId }) =>
  checkOfficer(actor, regionId) ? "allow" : "forbidden";

/** What another office decides does not exist here. */
const deciding: Policy<{ readonly offices: readonly string[] } | null> = (actor, change) =>
  change?.offices.some((regionId) => checkOfficer(actor, regionId)) ? "allow" : "not_found";

/** What was proposed for another care point does not exist here; that a cook may not take it back is said. */
const takingBack: Policy<{ readonly carePointId: string } | null> = (actor, change) =>
  change && staffOfCarePoint(actor, change) === "allow" ? managerOfCarePoint(actor, change) : "not_found";

export const recordChangesPolicy = {
  listOwnChanges: staffOfCarePoint,
  proposeChange: managerOfCarePoint,
  listOfficeChanges: officerOf,
  settleChange: deciding,
  withdrawChange: takingBack,
} satisfies Policies<typeof recordChangesContract>;
