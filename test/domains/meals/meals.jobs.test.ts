import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { addDays } from "@shared/core/dates";
import type { Deps } from "@server/core/deps";
import { buildCarePoint } from "@server/domains/care-points/care-points.builders";
import { mealsDomain } from "@server/domains/meals/index";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { MenuModel, type MenuDocument } from "@server/domains/meals/menu.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { startApp, type TestApp } from "@test/support/app";
import { countPortions, mealsClient, wishFor } from "@test/support/meals";

const TODAY = "2026-11-22";
let app: TestApp;
let client: ReturnType<typeof mealsClient>;
beforeAll(async () => {
  app = await startApp();
  client = mealsClient(app);
});
beforeEach(() => app.clock.set("2026-11-22T01:00:00.000Z"));
afterAll(() => app.close());

async function run(name: string, env: Partial<Deps["env"]> = {}): Promise<void> {
  const job = mealsDomain.jobs.find((one) => one.name === name);
  if (!job) throw new Error(`no such job: ${name}`);
  await job.run({ ...app.deps, env: { ...app.deps.env, ...env } });
}

describe("meals.drop-refusals", () => {
  test("forgets a refusal after seven days, when its sitting is over, and not a millisecond earlier", async () => {
    const menu = await buildMenu(app, { dishes: [{ portions: 1 }] });
    const [elder, late] = [await client.elder(), await client.elder()];
    await client.book(elder, wishFor(elder, menu));
    await client.book(late, wishFor(late, menu));
    app.clock.advance(7 * 86_400_000);
    await run("meals.drop-refusals");
    expect(await countPortions(menu._id)).toEqual({ free: 0, held: 1, refusals: 1 });
    app.clock.advance(1);
    await run("meals.drop-refusals");
    expect(await countPortions(menu._id)).toEqual({ free: 0, held: 1, refusals: 0 });
  });

  test("R-B3: keeps an older refusal as long as its sitting lies ahead, so that a repeat is told the same", async () => {
    const menu = await buildMenu(app, { serviceDate: addDays(TODAY, 12), dishes: [{ portions: 1 }] });
    const [elder, late] = [await client.elder(), await client.elder()];
    const key = randomUUID();
    const { body } = await client.book(elder, wishFor(elder, menu));
    await client.book(late, wishFor(late, menu), key);
    app.clock.advance(10 * 86_400_000);
    await run("meals.drop-refusals");
    await client.cancel(elder, body.data.id);
    const again = await client.book(late, wishFor(late, menu), key);
    expect([again.status, again.body.error.code]).toEqual([409, "meal_sold_out"]);
  });
});

describe("meals.keep-menus-ahead", () => {
  let carePointId: string;
  beforeEach(async () => {
    await MenuModel.deleteMany({});
    await PortionModel.deleteMany({});
    carePointId = (await buildCarePoint())._id;
  });
  const menus = () => MenuModel.find({ carePointId }).sort({ serviceDate: 1, servesFrom: 1 }).lean<MenuDocument[]>();
  const days = async () => (await menus()).map(({ serviceDate }) => serviceDate);

  test("cooks the last week again on the same days of the week, fourteen days ahead, with all portions", async () => {
    for (let ahead = 0; ahead < 7; ahead += 1) {
      const dishes = [{ name: `第 ${ahead} 天的菜`, portions: 3 }];
      await buildMenu(app, { carePointId, serviceDate: addDays(TODAY, ahead), dishes });
    }
    await run("meals.keep-menus-ahead", { isDemo: true });
    const all = await menus();
    expect(all.map(({ serviceDate }) => serviceDate)).toEqual(
      Array.from({ length: 14 }, (_, ahead) => addDays(TODAY, ahead)),
    );
    const [first, again] = [all[1], all[8]];
    expect(again?.dishes.map(({ name }) => name)).toEqual(first?.dishes.map(({ name }) => name));
    expect((again?.closesAt.getTime() ?? 0) - (first?.closesAt.getTime() ?? 0)).toBe(7 * 86_400_000);
    expect(await countPortions(again?._id ?? "")).toEqual({ free: 3, held: 0, refusals: 0 });
  });

  test("goes on day by day, also after the demo slept for a month, and changes nothing when run again", async () => {
    await buildMenu(app, { carePointId, serviceDate: TODAY });
    await buildMenu(app, { carePointId, serviceDate: addDays(TODAY, 1), meal: "dinner" });
    app.clock.set("2026-12-20T01:00:00.000Z");
    await run("meals.keep-menus-ahead", { isDemo: true });
    const expected = [TODAY, "2026-11-23", "2026-12-20", "2026-12-21", "2026-12-27", "2026-12-28"];
    expect(await days()).toEqual(expected);
    await run("meals.keep-menus-ahead", { isDemo: true });
    expect(await days()).toEqual(expected);
    app.clock.set("2026-12-21T01:00:00.000Z");
    await run("meals.keep-menus-ahead", { isDemo: true });
    expect(await days()).toEqual([...expected, "2027-01-03"]);
  });

  test("does nothing where it is no demo", async () => {
    await buildMenu(app, { carePointId });
    await run("meals.keep-menus-ahead", { isDemo: false });
    expect(await days()).toHaveLength(1);
  });
});
