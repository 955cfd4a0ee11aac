import type { mealCounterContract } from "@shared/domains/meals/meal-counter.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Actor, Decision } from "@server/core/policy";
import { mealsPolicy } from "./meals.policy";

interface AtCarePoint {
  readonly carePointId: string;
}

const worksAt = (actor: Actor, { carePointId }: AtCarePoint): boolean =>
  actor.memberships.some((membership) => membership.carePointId === carePointId);

/** Care points and menus are public: a stranger is told that this is not hers to do. */
const staffOf = (actor: Actor, at: AtCarePoint): Decision => (worksAt(actor, at) ? "allow" : "forbidden");

/** Another care point's booking does not exist here. */
const staffOfBooking = (actor: Actor, at: AtCarePoint): Decision => (worksAt(actor, at) ? "allow" : "not_found");

export const mealCounterPolicy = {
  getCounterDay: staffOf,
  openRoster: staffOf,
  checkIn: staffOf,
  undoCheckIn: staffOfBooking,
  walkIn: staffOf,
  markNoShow: staffOfBooking,
  cancelForResident: staffOfBooking,
  setPortions: staffOf,
  markSoldOut: staffOf,
  restoreDish: staffOf,
  syncRoster: staffOf,
  getPickUpPass: mealsPolicy.getMealBooking,
} satisfies Policies<typeof mealCounterContract>;
