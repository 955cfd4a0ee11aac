import type { accountsContract } from "@shared/domains/accounts/accounts.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Actor, Policy } from "@server/core/policy";
import { isStaff, type PersonDocument } from "./person.model";

/** Whether a person works at a care point, in whatever role. */
export const checkMembership = (actor: Actor, carePointId: string): boolean =>
  actor.memberships.some((membership) => membership.carePointId === carePointId);

/** Whether a person manages a care point. */
export const checkManager = (actor: Actor, carePointId: string): boolean =>
  actor.memberships.some((held) => held.carePointId === carePointId && held.role === "care_point_manager");

/** Whether a person answers at an office for a region itself, not for one above or below it. */
export const checkOfficer = (actor: Actor, regionId: string): boolean =>
  actor.offices.some((office) => office.regionId === regionId);

interface AtCarePoint {
  readonly carePointId: string;
}

/** Everybody over herself: these endpoints name no other person. */
const own: Policy = () => "allow";

/** Care points are public, so a stranger is told that this is not hers to do; an absent one reads the same. */
export const staffOfCarePoint: Policy<AtCarePoint> = (actor, { carePointId }) =>
  checkMembership(actor, carePointId) ? "allow" : "forbidden";

/** What a care point's manager alone decides: its staff, its menus, its entry. */
export const managerOfCarePoint: Policy<AtCarePoint> = (actor, { carePointId }) =>
  checkManager(actor, carePointId) ? "allow" : "forbidden";

interface ForResident extends AtCarePoint {
  /** The district that the care point serves. */
  readonly districtId: string | null;
  /** Null when there is no such person. */
  readonly resident: Pick<PersonDocument, "districtId" | "memberships" | "offices"> | null;
}

/** Staff sign in by password: a code for a colleague would hand her rights to whoever makes it. */
const isResidentWithin = ({ districtId, resident }: ForResident): boolean =>
  districtId !== null && resident?.districtId === districtId && !isStaff(resident);

export const accountsPolicy = {
  getMe: own,
  completeOnboarding: own,
  chooseCommunity: own,
  signOut: own,
  findResidents: staffOfCarePoint,
  registerResident: staffOfCarePoint,
  issueLoginCode: ((actor, facts) => {
    if (staffOfCarePoint(actor, facts) !== "allow") return "forbidden";
    return isResidentWithin(facts) ? "allow" : "not_found";
  }) satisfies Policy<ForResident>,
} satisfies Policies<typeof accountsContract>;
