import * as z from "zod/mini";

export const StaffRole = z.enum(["care_point_staff", "care_point_manager"]);
export type StaffRole = z.infer<typeof StaffRole>;

/**
 * Roles a person can hold at a care point, with their words on the screen.
 * The one table of roles: a further role is a further row here, never a string elsewhere.
 */
export const staffRoles = {
  care_point_staff: { label: "工作人员" },
  care_point_manager: { label: "负责人" },
} as const satisfies Record<StaffRole, { readonly label: string }>;
