import { addDays, instantAt } from "@shared/core/dates";
import type { Meal } from "@shared/domains/meals/meals.contract";
import type { Clock } from "@server/core/clock";
import { today } from "@server/core/clock";
import { buildCarePoint } from "@server/domains/care-points/index";
import type { MenuDocument } from "./menu.model";
import { publishMenu, type PlannedDish, type PlannedMenu } from "./publish-menu";

/** When each meal is served, and until when it can be ordered: days before, and time of day. */
const TIMES = {
  breakfast: { servesFrom: "07:00", servesUntil: "08:30", closes: { daysBefore: 1, time: "18:00" } },
  lunch: { servesFrom: "11:30", servesUntil: "13:00", closes: { daysBefore: 1, time: "20:00" } },
  dinner: { servesFrom: "17:00", servesUntil: "18:30", closes: { daysBefore: 0, time: "10:00" } },
} as const satisfies Record<Meal, object>;

type BuildDish = Partial<PlannedDish>;

/** A dish as planned, by default 红烧豆腐套餐 for 6 yuan, 20 portions. */
export const planDish = (overrides: BuildDish = {}): PlannedDish => ({
  name: "红烧豆腐套餐",
  description: "红烧豆腐、清炒时蔬、米饭和例汤",
  allergens: ["soybean"],
  dietMarks: ["soft"],
  priceFen: 600,
  portions: 20,
  ...overrides,
});

interface BuildMenu extends Partial<Omit<PlannedMenu, "dishes">> {
  readonly dishes?: readonly BuildDish[];
}

/**
 * Publishes a menu and, unless `carePointId` is given, builds its care point; by default tomorrow's lunch, open until
 * 20:00 of the evening before, with one dish. The same sitting twice is one menu.
 */
export async function buildMenu(
  { clock }: { readonly clock: Clock },
  { dishes = [{}], ...overrides }: BuildMenu = {},
): Promise<MenuDocument> {
  const { meal = "lunch", serviceDate = addDays(today(clock), 1) } = overrides;
  const { closes, ...served } = TIMES[meal];
  return publishMenu({
    meal,
    serviceDate,
    ...served,
    closesAt: instantAt({ date: addDays(serviceDate, -closes.daysBefore), time: closes.time }),
    modes: ["eat_in", "pick_up"],
    ...overrides,
    carePointId: overrides.carePointId ?? (await buildCarePoint())._id,
    dishes: dishes.map(planDish),
  });
}
