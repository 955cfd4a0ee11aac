import type { staffContract } from "@shared/domains/accounts/staff.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { checkManager } from "./accounts.policy";
import { isStaff } from "./person.model";

/** Managers of the care point. Care points are public, so others are told that this is not theirs to do. */
const managerOnly: Policy<{ readonly carePointId: string }> = (actor, { carePointId }) =>
  checkManager(actor, carePointId) ? "allow" : "forbidden";

export const staffPolicy = {
  listStaff: managerOnly,
  inviteStaff: managerOnly,
  changeStaffRole: managerOnly,
  removeStaff: managerOnly,
  /** Everybody her own; who has no password has none to change. */
  changePassword: ((actor) => (isStaff(actor) ? "allow" : "forbidden")) satisfies Policy,
} satisfies Policies<typeof staffContract>;
