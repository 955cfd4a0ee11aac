import type { noticesContract } from "@shared/domains/notices/notices.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkMembership } from "@server/domains/accounts/index";

/** Everybody her own: these endpoints name no other person. */
const own: Policy = () => "allow";

interface AtCarePoint {
  readonly carePointId: string;
}

/** Care points are public, so a stranger is told that this is not hers to do. */
const staffOnly: Policy<AtCarePoint> = (actor, { carePointId }) =>
  checkMembership(actor, carePointId) ? "allow" : "forbidden";

/** Another care point's calls do not exist here, and neither does a notice that nobody is to ring up about. */
const callOfCarePoint: Policy<{ readonly carePointId: string | null }> = (actor, { carePointId }) =>
  carePointId !== null && checkMembership(actor, carePointId) ? "allow" : "not_found";

export const noticesPolicy = {
  listNotices: own,
  readNotices: own,
  allowMessages: own,
  listCalls: staffOnly,
  recordCallOutcome: callOfCarePoint,
} satisfies Policies<typeof noticesContract>;
