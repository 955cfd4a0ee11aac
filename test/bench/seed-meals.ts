import { addDays } from "@shared/core/dates";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import { newId } from "@server/core/ids";
import { freshCode } from "@server/domains/meals/book-meal";
import { buildMenu } from "@server/domains/meals/meals.builders";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { Meal } from "@shared/domains/meals/meals.contract";
import type { BenchPerson } from "./seed-people";

/** A dish that is free to be booked. */
export interface OpenDish {
  readonly menuId: string;
  readonly dishId: string;
}

interface PlannedSitting {
  readonly carePointId: string;
  /** Counted from the day after tomorrow, meal by meal. */
  readonly at: number;
  readonly portions: number;
  /** Portions of another dish, each held by one of these. */
  readonly holders?: readonly BenchPerson[];
}

/** Publishes a sitting with one free dish and perhaps one that is wholly booked. */
export async function seedSitting(deps: Deps, { carePointId, at, portions, holders = [] }: PlannedSitting) {
  const meal = Meal.options[at % Meal.options.length] ?? "lunch";
  const serviceDate = addDays(today(deps.clock), 2 + Math.floor(at / Meal.options.length));
  const free = { name: "红烧豆腐套餐", portions };
  const held = holders.length > 0 ? [{ name: "番茄炒蛋套餐", portions: holders.length }] : [];
  const menu = await buildMenu(deps, { carePointId, serviceDate, meal, dishes: [free, ...held] });
  const bookingIds = holders.length > 0 ? await hold(menu, holders) : [];
  return { menu, open: { menuId: menu._id, dishId: menu.dishes[0]?.id ?? "" } satisfies OpenDish, bookingIds };
}

/** Books every portion of the second dish as claims would have left them, long since relayed. */
async function hold(menu: MenuDocument, holders: readonly BenchPerson[]): Promise<string[]> {
  const dish = menu.dishes[1];
  if (!dish) throw new Error("no dish to hold");
  const bookingIds = holders.map(newId);
  const codes = distinctCodes(holders.length);
  const common = {
    ...{ active: true, settled: true, state: "booked", fingerprint: "seeded", date: menu.serviceDate, meal: menu.meal },
    ...{ mode: "eat_in", carePointId: menu.carePointId, dishName: dish.name, servesFrom: menu.servesFrom },
    priceLines: [{ label: "餐费", amountFen: dish.priceFen }],
  };
  await PortionModel.collection.bulkWrite(
    holders.map(({ id }, seat) => {
      const bookingId = bookingIds[seat];
      const own = { elder: id, bookedBy: id, bookingId, keys: [bookingId], code: codes[seat] };
      return {
        updateOne: { filter: { sitting: menu._id, dish: dish.id, seat }, update: { $set: { ...common, ...own } } },
      };
    }),
  );
  return bookingIds;
}

/** A pick-up code means one portion of a sitting. */
function distinctCodes(count: number): string[] {
  const codes = new Set<string>();
  while (codes.size < count) codes.add(freshCode());
  return [...codes];
}

const CLAIMED = [
  ...["active", "settled", "state", "code", "bookingId", "fingerprint", "keys", "outbox", "elder", "date", "meal"],
  ...["mode", "carePointId", "dishName", "servesFrom", "priceLines", "bookedBy"],
];

/** Makes every portion of these dishes free again, as if nobody had ever booked it. */
export const freeDishes = (dishes: readonly OpenDish[]) =>
  PortionModel.collection.updateMany(
    { sitting: { $in: dishes.map(({ menuId }) => menuId) }, dish: { $in: dishes.map(({ dishId }) => dishId) } },
    { $unset: Object.fromEntries(CLAIMED.map((field) => [field, ""])) },
  );

/** Takes every handing-out back, as if it had never been. */
export const unserve = (menuIds: readonly string[]) =>
  PortionModel.collection.updateMany(
    { sitting: { $in: [...menuIds] }, state: "served" },
    { $set: { state: "booked" }, $unset: { servedAt: "", servedBy: "", outbox: "" } },
  );
