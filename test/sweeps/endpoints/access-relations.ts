/** Who asks; staff work at the care point of the table. The roles of shared/core/roles.ts, and those without one. */
export const roles = ["guest", "resident", "care_point_staff", "care_point_manager"] as const;
export type Role = (typeof roles)[number];

/**
 * How the thing that a request names stands to who asks: her own; of another resident at the same care point (for staff:
 * where they work); at another care point of the district; in another district; or it does not exist.
 */
export const relations = ["own", "same_point", "other_point", "other_district", "absent"] as const;
export type Relation = (typeof relations)[number];
