import type { claimsContract } from "@shared/domains/care-point-records/claims.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkOfficer, staffOfCarePoint } from "@server/domains/accounts/index";
import { officerOf } from "./record-changes.policy";

/** Everybody may say for herself that she runs a place; the office finds out. */
const own: Policy = () => "allow";

/** A claim at another office does not exist here, also not for whoever made it. */
const deciding: Policy<{ readonly owner: { readonly id: string } } | null> = (actor, claim) =>
  claim && checkOfficer(actor, claim.owner.id) ? "allow" : "not_found";

export const claimsPolicy = {
  getOwnClaim: own,
  claimCarePoint: own,
  listOfficeClaims: officerOf,
  settleClaim: deciding,
  leaveCarePoint: staffOfCarePoint,
} satisfies Policies<typeof claimsContract>;
