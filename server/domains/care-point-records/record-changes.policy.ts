import type { recordChangesContract } from "@shared/domains/care-point-records/record-changes.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkOfficer, managerOfCarePoint, staffOfCarePoint } from "@server/domains/accounts/index";

/** An office is public; that one does not work there is said. */
export const officerOf: Policy<{ readonly regionId: string }> = (actor, { regionId }) =>
  checkOfficer(actor, regionId) ? "allow" : "forbidden";

/** What another office decides does not exist here. */
const deciding: Policy<{ readonly owner: { readonly id: string } } | null> = (actor, change) =>
  change && checkOfficer(actor, change.owner.id) ? "allow" : "not_found";

export const recordChangesPolicy = {
  listOwnChanges: staffOfCarePoint,
  proposeChange: managerOfCarePoint,
  listOfficeChanges: officerOf,
  settleChange: deciding,
} satisfies Policies<typeof recordChangesContract>;
