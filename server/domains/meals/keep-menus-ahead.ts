import { addDays, daysBetween } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import type { MenuDocument } from "./menu.model";
import { findCookingCarePoints, findLatestMenus } from "./meals.queries";
import { publishMenu, servingEnd } from "./publish-menu";

const DAYS_AHEAD = 14;
const WEEK = 7;

/**
 * Keeps the demo's menus fourteen days ahead: each care point's last week is cooked again on the same days of the week,
 * however long the demo slept. What is published stays as it is.
 */
export async function keepMenusAhead({ today }: { today: ServiceDate }): Promise<void> {
  for (const carePointId of await findCookingCarePoints()) {
    const latest = await findLatestMenus(carePointId);
    for (const menu of latest) await repeatUntil({ menu, today, latestDay: latest[0]?.serviceDate ?? today });
  }
}

interface Repeating {
  readonly menu: MenuDocument;
  readonly today: ServiceDate;
  /** The last day for which the care point has menus. */
  readonly latestDay: ServiceDate;
}

async function repeatUntil({ menu, today, latestDay }: Repeating): Promise<void> {
  // Only the last week is a pattern; what lies before has been repeated already.
  if (daysBetween(menu.serviceDate, latestDay) >= WEEK) return;
  const weeksPast = Math.max(1, Math.ceil(daysBetween(menu.serviceDate, today) / WEEK));
  for (let days = weeksPast * WEEK; daysBetween(today, addDays(menu.serviceDate, days)) < DAYS_AHEAD; days += WEEK) {
    await publishMenu({ ...menu, ...movedBy(menu, days), dishes: menu.dishes.map(plannedAgain) });
  }
}

const movedBy = (menu: MenuDocument, days: number) => {
  const serviceDate = addDays(menu.serviceDate, days);
  const beforeEnd = servingEnd(menu).getTime() - menu.closesAt.getTime();
  return { serviceDate, closesAt: servingEnd({ ...menu, serviceDate }).getTime() - beforeEnd };
};

const plannedAgain = ({
  name,
  description,
  allergens,
  dietMarks,
  priceFen,
  portions,
}: MenuDocument["dishes"][number]) => ({
  name,
  description,
  allergens,
  dietMarks,
  priceFen,
  portions,
});
