import type { PortionCounts } from "@shared/domains/meals/meal-counter-shapes";
import type { PortionGroup } from "./meal-counter.queries";

/** Adds groups of portions up by where they stand. */
export function countsOf(groups: readonly PortionGroup[]): PortionCounts {
  const sum = (is: (id: PortionGroup["_id"]) => boolean) =>
    groups.filter(({ _id }) => is(_id)).reduce((total, { count }) => total + count, 0);
  return {
    booked: sum(({ state }) => state === "booked"),
    served: sum(({ state }) => state === "served"),
    noShow: sum(({ state }) => state === "no_show"),
    free: sum(({ state, withdrawn }) => !state && !withdrawn),
    withdrawn: sum(({ withdrawn }) => withdrawn === true),
  };
}
