import { addDays, dayNumber } from "@shared/core/dates";
import type { Meal } from "@shared/domains/meals/meals.contract";
import { today, type Clock } from "@server/core/clock";
import type { Job } from "@server/core/jobs/job";
import { findCarePointLabels } from "@server/domains/care-points/index";
import { buildMenu } from "@server/domains/meals/meals.builders";
import type { PlannedDish } from "@server/domains/meals/publish-menu";
import { BREAKFASTS, DINNERS, LANZHOU_LUNCHES, LUNCHES } from "./demo-dishes";
import { CHUNFENG_CANTEEN } from "./demo-places";

const DAYS_AHEAD = 14;

interface Kitchen {
  readonly carePointId: string;
  readonly meals: Partial<Record<Meal, DishList>>;
  /** How many dishes take turns beside those of every day. */
  readonly inTurn: number;
}

interface DishList {
  readonly always: readonly PlannedDish[];
  readonly inTurn: readonly PlannedDish[];
}

const KITCHENS: readonly Kitchen[] = [
  { carePointId: CHUNFENG_CANTEEN, meals: { lunch: LUNCHES, dinner: DINNERS }, inTurn: 2 },
  { carePointId: "demo-maotong-station", meals: { lunch: LUNCHES }, inTurn: 1 },
  {
    carePointId: "demo-xiangrong-canteen",
    meals: { breakfast: BREAKFASTS, lunch: LUNCHES, dinner: DINNERS },
    inTurn: 2,
  },
  { carePointId: "demo-muge-canteen", meals: { lunch: LUNCHES }, inTurn: 2 },
  { carePointId: "demo-taolin-canteen", meals: { lunch: LANZHOU_LUNCHES }, inTurn: 1 },
];

/** Which dishes a date brings: the same ones whenever it is asked, other ones the day after. */
function dishesOn({ list, inTurn, date }: { list: DishList; inTurn: number; date: string }): PlannedDish[] {
  const first = dayNumber(date) * inTurn;
  const turns = Array.from({ length: inTurn }, (_, turn) => list.inTurn[(first + turn) % list.inTurn.length]);
  return [...list.always, ...turns.filter((dish) => dish !== undefined)];
}

/** Publishes a kitchen's menus of one day; those that stand stay as they are. */
async function publishDay({ clock, kitchen, date }: { clock: Clock; kitchen: Kitchen; date: string }): Promise<void> {
  const { carePointId, meals, inTurn } = kitchen;
  for (const [meal, list] of Object.entries(meals)) {
    const dishes = dishesOn({ list, inTurn, date });
    await buildMenu({ clock }, { carePointId, serviceDate: date, meal: meal as Meal, dishes });
  }
}

/** Publishes what the demo's kitchens cook from yesterday to fourteen days ahead, as far as it does not stand yet. */
export async function publishDemoMenus({ clock }: { readonly clock: Clock }): Promise<void> {
  const known = await findCarePointLabels(KITCHENS.map(({ carePointId }) => carePointId));
  const kitchens = KITCHENS.filter(({ carePointId }) => known.has(carePointId));
  for (let days = -1; days <= DAYS_AHEAD; days += 1) {
    for (const kitchen of kitchens) await publishDay({ clock, kitchen, date: addDays(today(clock), days) });
  }
}

/** Keeps the menus fourteen days ahead while the demo runs; a turn that was slept through is made up at the next start. */
export const demoJobs: readonly Job[] = [
  { name: "demo.publish-menus", every: { cron: "5 0 * * *" }, run: publishDemoMenus },
];
