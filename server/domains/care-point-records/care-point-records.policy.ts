import type { carePointRecordsContract } from "@shared/domains/care-point-records/care-point-records.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkManager, checkMembership } from "@server/domains/accounts/index";

interface AtCarePoint {
  readonly carePointId: string;
}

/** Care points are public, so others are told that it is not theirs to do; an absent one reads the same. */
const staffOf: Policy<AtCarePoint> = (actor, { carePointId }) =>
  checkMembership(actor, carePointId) ? "allow" : "forbidden";

/** What stands in an entry, its manager says. */
const managerOf: Policy<AtCarePoint> = (actor, { carePointId }) =>
  checkManager(actor, carePointId) ? "allow" : "forbidden";

export const carePointRecordsPolicy = {
  getOwnRecord: staffOf,
  confirmRecord: staffOf,
  editRecord: managerOf,
} satisfies Policies<typeof carePointRecordsContract>;
