import { addDays, businessDay, instantAt } from "@shared/core/dates";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { buildCarePoint } from "@server/domains/care-points/care-points.builders";
import { publishMenu, type PlannedDish } from "@server/domains/meals/publish-menu";
import { buildCommunity } from "@server/domains/regions/regions.builders";
import type { TestApp } from "./app";

const dish = (name: string, rest: Partial<PlannedDish> = {}): PlannedDish => ({
  name,
  description: "青菜、米饭、紫菜汤",
  allergens: [],
  dietMarks: [],
  priceFen: 1100,
  portions: 12,
  ...rest,
});

/** An elder of 春风社区, her canteen with a cook, and tomorrow's lunch, open until this evening. */
export async function buildLunchWorld(app: TestApp) {
  const community = await buildCommunity();
  const canteen = await buildCarePoint({ regionId: community._id });
  const elder = await buildPerson(app.deps, { communityId: community._id });
  const cook = await buildPerson(app.deps, {
    preferredName: "李师傅",
    communityId: community._id,
    memberships: [{ carePointId: canteen._id, role: "care_point_staff" }],
  });
  const today = businessDay(app.clock.now());
  const menu = await publishMenu({
    carePointId: canteen._id,
    serviceDate: addDays(today, 1),
    meal: "lunch",
    servesFrom: "11:30",
    servesUntil: "13:00",
    closesAt: instantAt({ date: today, time: "20:00" }),
    modes: ["eat_in", "pick_up"],
    dishes: [
      dish("红烧豆腐套餐", { allergens: ["soybean"], dietMarks: ["soft", "low_salt"] }),
      dish("番茄炒蛋套餐", { allergens: ["egg"], portions: 31 }),
      dish("清炖鸡套餐", { priceFen: 1300, portions: 4 }),
    ],
  });
  return { community, canteen, elder, cook, menu };
}

export type LunchWorld = Awaited<ReturnType<typeof buildLunchWorld>>;
