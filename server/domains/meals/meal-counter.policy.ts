import type { mealCounterContract } from "@shared/domains/meals/meal-counter.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Actor, Decision } from "@server/core/policy";
import { checkMembership } from "@server/domains/accounts/index";
import { mealsPolicy } from "./meals.policy";

interface AtCarePoint {
  readonly carePointId: string;
}

/** Care points and menus are public: a stranger is told that this is not hers to do. */
const staffOf = (actor: Actor, { carePointId }: AtCarePoint): Decision =>
  checkMembership(actor, carePointId) ? "allow" : "forbidden";

/** Another care point's booking does not exist here. */
const staffOfBooking = (actor: Actor, { carePointId }: AtCarePoint): Decision =>
  checkMembership(actor, carePointId) ? "allow" : "not_found";

interface ForResident extends AtCarePoint {
  /** Whether the care point serves her: staff find nobody else. */
  readonly isServedHere: boolean;
}

/** Whom the care point does not serve does not exist for its staff. */
const staffForResident = (actor: Actor, { isServedHere, ...at }: ForResident): Decision => {
  const decision = staffOf(actor, at);
  return decision === "allow" && !isServedHere ? "not_found" : decision;
};

export const mealCounterPolicy = {
  getCounterDay: staffOf,
  openRoster: staffOf,
  checkIn: staffOf,
  undoCheckIn: staffOfBooking,
  walkIn: staffOf,
  getMenuForResident: staffForResident,
  bookForResident: staffForResident,
  markNoShow: staffOfBooking,
  cancelForResident: staffOfBooking,
  setPortions: staffOf,
  markSoldOut: staffOf,
  restoreDish: staffOf,
  syncRoster: staffOf,
  getPickUpPass: mealsPolicy.getMealBooking,
} satisfies Policies<typeof mealCounterContract>;
