import { stableId } from "@server/core/ids";
import type { DeliveredEvent } from "@server/core/outbox/outbox";
import { findNeighbours } from "@server/domains/care-points/index";
import { notify, type OtherCanteen } from "@server/domains/notices/index";
import type { CalledOff } from "./finish-closing";
import { isBookable } from "./is-bookable";
import { mealFacts } from "./meal-facts";
import { findMenus } from "./meals.queries";
import { placesOf } from "./places";

type CalledOffEvent = DeliveredEvent & { readonly at: Date; readonly calledOff: CalledOff };

/** Tells each holder that the kitchen cancelled, why, and where the meal is cooked instead; told twice it stands once. */
export async function tellCalledOff(events: readonly DeliveredEvent[], now: number): Promise<void> {
  const told = events.filter((event): event is CalledOffEvent => event["calledOff"] !== undefined);
  if (told.length === 0) return;
  const placeOf = await placesOf(told.map((event) => event.calledOff));
  const alternativeTo = alternatives(now);
  for (const { id, at, calledOff } of told) {
    const { elder, carePointId, reason } = calledOff;
    const meal = mealFacts(calledOff, placeOf(carePointId).name);
    const alternative = await alternativeTo(calledOff);
    const notice = { template: "meal_cancelled_by_kitchen", meal, reason, alternative } as const;
    await notify({ key: id, personId: elder, carePointId, now: at.getTime(), notice });
  }
}

type Missed = Pick<CalledOff, "carePointId" | "date" | "meal">;

/** The nearest other canteen that still takes orders for a meal; looked up once for all who wanted the same. */
function alternatives(now: number): (missed: Missed) => Promise<OtherCanteen | null> {
  const known = new Map<string, Promise<OtherCanteen | null>>();
  return (missed) => {
    const key = stableId(missed.carePointId, missed.date, missed.meal);
    const found = known.get(key) ?? findAlternative(missed, now);
    known.set(key, found);
    return found;
  };
}

async function findAlternative({ carePointId, date, meal }: Missed, now: number): Promise<OtherCanteen | null> {
  const neighbours = await findNeighbours({ carePointId, service: "meals", today: date });
  const menuOf = (id: string) => stableId(id, date, meal);
  const menus = neighbours.length > 0 ? await findMenus(neighbours.map(({ id }) => menuOf(id))) : [];
  const open = new Set(menus.filter((menu) => isBookable(menu, now) && hasFree(menu)).map(({ _id }) => _id));
  const nearest = neighbours.find(({ id }) => open.has(menuOf(id)));
  return nearest ? { name: nearest.name, phone: nearest.phone, walkMinutes: nearest.walkMinutes } : null;
}

const hasFree = ({ dishes }: { readonly dishes: readonly { readonly freeShown: number }[] }): boolean =>
  dishes.some(({ freeShown }) => freeShown > 0);
