import type { Meal } from "@shared/domains/meals/meals.contract";
import { isBookable } from "./is-bookable";
import type { Sitting } from "./meals.queries";

interface Wish {
  readonly sittings: readonly Sitting[];
  readonly serviceDate: string | undefined;
  readonly meal: Meal | undefined;
  readonly now: number;
}

/**
 * The sitting that a person means: the very one when she names date and meal; of a date the first open meal, or the
 * first at all; else the next one that is open.
 */
export function chooseSitting({ sittings, serviceDate, meal, now }: Wish): Sitting | undefined {
  const meant = sittings.filter(
    (one) =>
      (serviceDate === undefined || one.serviceDate === serviceDate) && (meal === undefined || one.meal === meal),
  );
  const open = meant.find((one) => isBookable(one, now));
  return open ?? (serviceDate === undefined ? undefined : meant[0]);
}
