import type { staffContract } from "@shared/domains/accounts/staff.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Policy } from "@server/core/policy";
import { managerOfCarePoint } from "./accounts.policy";
import { isStaff } from "./person.model";

export const staffPolicy = {
  listStaff: managerOfCarePoint,
  inviteStaff: managerOfCarePoint,
  changeStaffRole: managerOfCarePoint,
  removeStaff: managerOfCarePoint,
  /** Everybody her own; who has no password has none to change. */
  changePassword: ((actor) => (isStaff(actor) ? "allow" : "forbidden")) satisfies Policy,
} satisfies Policies<typeof staffContract>;
