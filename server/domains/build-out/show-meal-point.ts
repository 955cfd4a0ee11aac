import type { MealPoint } from "@shared/domains/build-out/build-out-shapes";
import type { Clock } from "@server/core/clock";
import type { Actor } from "@server/core/policy";
import type { MealPointDocument } from "./meal-point.model";
import { presentMealPoint } from "./meal-point.presenter";
import { namedIn, namesOf, peopleOf } from "./names";

/** A point as whoever asks sees it. */
export async function showMealPoint(
  { clock }: { readonly clock: Clock },
  mealPoint: MealPointDocument,
  actor: Actor,
): Promise<MealPoint> {
  const [names, people] = await Promise.all([namesOf(mealPoint), peopleOf(namedIn(mealPoint))]);
  return presentMealPoint(mealPoint, { actor, names, people, now: clock.now() });
}
