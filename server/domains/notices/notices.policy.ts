import type { noticesContract } from "@shared/domains/notices/notices.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkMembership, staffOfCarePoint } from "@server/domains/accounts/index";

/** Everybody her own: these endpoints name no other person. */
const own: Policy = () => "allow";

/** Another care point's calls do not exist here, and neither does a notice that nobody is to ring up about. */
const callOfCarePoint: Policy<{ readonly carePointId: string | null }> = (actor, { carePointId }) =>
  carePointId !== null && checkMembership(actor, carePointId) ? "allow" : "not_found";

export const noticesPolicy = {
  listNotices: own,
  readNotices: own,
  allowMessages: own,
  listCalls: staffOfCarePoint,
  recordCallOutcome: callOfCarePoint,
} satisfies Policies<typeof noticesContract>;
