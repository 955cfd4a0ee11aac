import type { buildOutContract } from "@shared/domains/build-out/build-out.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Actor, Policy } from "@server/core/policy";
import { checkOfficer } from "@server/domains/accounts/index";
import type { MealPointRole } from "./meal-point.machine";

/** Whose a point or a region's points are. */
interface Placed {
  readonly countyId: string;
  readonly cityId: string;
}

/** As whom somebody meets a point: its county's office acts, its city's reads; null for everybody else. */
export function roleAt(actor: Actor, { countyId, cityId }: Placed): Exclude<MealPointRole, "job"> | null {
  if (checkOfficer(actor, countyId)) return "county";
  return checkOfficer(actor, cityId) ? "city" : null;
}

/** For everybody else a point does not exist; an absent one reads the same. */
const reading: Policy<Placed | null> = (actor, mealPoint) =>
  mealPoint && roleAt(actor, mealPoint) ? "allow" : "not_found";

const acting: Policy<Placed | null> = (actor, mealPoint) => {
  const role = mealPoint && roleAt(actor, mealPoint);
  if (role === null) return "not_found";
  return role === "county" ? "allow" : "forbidden";
};

/** A region everybody knows: who is not at its office is told so. Null for a region above the counties. */
const countyOffice: Policy<{ readonly countyId: string | null }> = (actor, { countyId }) =>
  countyId !== null && checkOfficer(actor, countyId) ? "allow" : "forbidden";

interface ListOf {
  /** Null for the whole city's list. */
  readonly countyId: string | null;
  readonly cityId: string;
}

const listing: Policy<ListOf> = (actor, { countyId, cityId }) =>
  (countyId !== null && checkOfficer(actor, countyId)) || checkOfficer(actor, cityId) ? "allow" : "forbidden";

export const buildOutPolicy = {
  proposeMealPoint: countyOffice,
  listMealPoints: listing,
  getMealPoint: reading,
  surveyMealPoint: acting,
  passSurvey: acting,
  verifyMealPoint: acting,
  markBuilt: acting,
  plateMealPoint: acting,
  startOperating: acting,
  suspendMealPoint: acting,
  resumeMealPoint: acting,
  closeMealPoint: acting,
} satisfies Policies<typeof buildOutContract>;
