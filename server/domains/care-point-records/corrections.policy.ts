import type { correctionsContract } from "@shared/domains/care-point-records/corrections.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkMembership } from "@server/domains/accounts/index";

const staffOf: Policy<{ readonly carePointId: string }> = (actor, { carePointId }) =>
  checkMembership(actor, carePointId) ? "allow" : "forbidden";

/** What was said about another care point does not exist here, also not for whoever said it. */
const answering: Policy<{ readonly carePointId: string } | null> = (actor, correction) =>
  correction && checkMembership(actor, correction.carePointId) ? "allow" : "not_found";

export const correctionsPolicy = {
  listOwnCorrections: staffOf,
  settleCorrection: answering,
} satisfies Policies<typeof correctionsContract>;
