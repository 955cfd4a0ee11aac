import type { mealCounterContract } from "@shared/domains/meals/meal-counter.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Actor, Decision } from "@server/core/policy";
import { checkMembership, staffOfCarePoint } from "@server/domains/accounts/index";
import { mealsPolicy } from "./meals.policy";

interface AtCarePoint {
  readonly carePointId: string;
}

/** Another care point's booking does not exist here. */
const staffOfBooking = (actor: Actor, { carePointId }: AtCarePoint): Decision =>
  checkMembership(actor, carePointId) ? "allow" : "not_found";

interface ForResident extends AtCarePoint {
  /** Whether the care point serves her: staff find nobody else. */
  readonly isServedHere: boolean;
}

/** Whom the care point does not serve does not exist for its staff. */
const staffForResident = (actor: Actor, { isServedHere, ...at }: ForResident): Decision => {
  const decision = staffOfCarePoint(actor, at);
  return decision === "allow" && !isServedHere ? "not_found" : decision;
};

export const mealCounterPolicy = {
  getCounterDay: staffOfCarePoint,
  openRoster: staffOfCarePoint,
  checkIn: staffOfCarePoint,
  undoCheckIn: staffOfBooking,
  walkIn: staffOfCarePoint,
  getMenuForResident: staffForResident,
  bookForResident: staffForResident,
  markNoShow: staffOfBooking,
  cancelForResident: staffOfBooking,
  setPortions: staffOfCarePoint,
  markSoldOut: staffOfCarePoint,
  restoreDish: staffOfCarePoint,
  syncRoster: staffOfCarePoint,
  getPickUpPass: mealsPolicy.getMealBooking,
} satisfies Policies<typeof mealCounterContract>;
