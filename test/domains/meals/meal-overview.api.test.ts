import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { addDays } from "@shared/core/dates";
import { mealsContract } from "@shared/domains/meals/meals.contract";
import { buildCarePoint } from "@server/domains/care-points/care-points.builders";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { buildCommunity } from "@server/domains/regions/regions.builders";
import { startApp, type TestApp } from "@test/support/app";
import { mealsClient, wishFor, type SignedIn } from "@test/support/meals";

const TODAY = "2026-11-22";
const MORNING = "2026-11-22T01:00:00.000Z";
let app: TestApp;
let client: ReturnType<typeof mealsClient>;
let communityId: string;
let carePointId: string;
beforeAll(async () => {
  app = await startApp();
  client = mealsClient(app);
});
beforeEach(async () => {
  app.clock.set(MORNING);
  communityId = (await buildCommunity())._id;
  carePointId = (await buildCarePoint({ regionId: communityId, name: "春风社区食堂" }))._id;
});
afterAll(() => app.close());

async function overview(who: SignedIn | null, query: Readonly<Record<string, string>> = {}) {
  const asking = app.request.get("/api/meals/overview").query(query);
  const { body } = await (who ? asking.set("Authorization", `Bearer ${who.token}`) : asking);
  expect(mealsContract.endpoints.getMealOverview.response.parse(body.data)).toEqual(body.data);
  return body.data;
}

/** Lets her have lunch at the canteen on a day, as it was published and booked the day before. */
async function haveLunch(elder: SignedIn, on: string) {
  app.clock.set(`${addDays(on, -1)}T01:00:00.000Z`);
  const menu = await buildMenu(app, { carePointId, serviceDate: on });
  await client.book(elder, wishFor(elder, menu, { mode: "pick_up" }));
  app.clock.set(MORNING);
}

describe("the meals on the home page", () => {
  test("a guest without a community gets the day and nothing else", async () => {
    expect(await overview(null)).toEqual({
      todayLabel: "11月22日 星期日 · 小雪",
      usualCarePoint: null,
      nextBooking: null,
      nextOpenMenu: null,
      repeat: null,
    });
  });

  test("a guest with a community gets the nearest canteen and its next open menu", async () => {
    const position = { type: "Point", coordinates: [120, 49] } as const;
    communityId = (await buildCommunity({ position }))._id;
    const near = { type: "Point", coordinates: [120.001, 49] } as const;
    carePointId = (await buildCarePoint({ regionId: communityId, position: near, phone: "0373-5550199" }))._id;
    await buildCarePoint({ regionId: communityId, position, services: ["day_care"] });
    const menu = await buildMenu(app, { carePointId });
    const data = await overview(null, { communityId });
    expect(data.usualCarePoint).toMatchObject({ id: carePointId, phone: "0373-5550199", walkMinutes: 2 });
    expect(data.nextOpenMenu).toMatchObject({ id: menu._id, isOpen: true });
  });

  test("her usual canteen is where she last ate, and she is offered what she has not booked", async () => {
    const elder = await client.elder();
    await haveLunch(elder, addDays(TODAY, -1));
    const tomorrow = await buildMenu(app, { carePointId });
    const after = await buildMenu(app, { carePointId, serviceDate: addDays(TODAY, 2) });
    expect(await overview(elder)).toMatchObject({
      usualCarePoint: { id: carePointId, walkMinutes: null },
      nextBooking: null,
      nextOpenMenu: { id: tomorrow._id },
    });
    const { body } = await client.book(elder, wishFor(elder, tomorrow));
    const data = await overview(elder, { communityId });
    expect(data.usualCarePoint.walkMinutes).toBeGreaterThan(0);
    expect(data.nextBooking).toEqual(body.data);
    expect(data.nextOpenMenu.id).toBe(after._id);
  });

  test("her next booking is the soonest not yet over, until serving ends", async () => {
    const elder = await client.elder();
    for (const ahead of [3, 1, 2]) {
      const menu = await buildMenu(app, { carePointId, serviceDate: addDays(TODAY, ahead) });
      await client.book(elder, wishFor(elder, menu));
    }
    expect((await overview(elder)).nextBooking).toMatchObject({ serviceDate: "2026-11-23" });
    app.clock.set("2026-11-23T04:59:59.999Z");
    expect((await overview(elder)).nextBooking).toMatchObject({ serviceDate: "2026-11-23", dayLabel: "今天" });
    app.clock.set("2026-11-23T05:00:00.000Z");
    expect((await overview(elder)).nextBooking).toMatchObject({ serviceDate: "2026-11-24", dayLabel: "明天" });
  });

  test("再来一份 is the dish she last had, on the next menu of that meal, the same way", async () => {
    const elder = await client.elder();
    await haveLunch(elder, addDays(TODAY, -1));
    await buildMenu(app, { carePointId, meal: "breakfast", dishes: [{ name: "小米粥" }] });
    const lunch = await buildMenu(app, { carePointId });
    const { repeat, nextOpenMenu } = await overview(elder);
    expect(nextOpenMenu.meal).toBe("breakfast");
    expect(repeat).toEqual({
      dishName: "红烧豆腐套餐",
      lastLabel: "昨天",
      order: { menuId: lunch._id, dishId: lunch.dishes[0]?.id, mode: "pick_up" },
      sentence: "明天 11月23日 星期一 11:30，到春风社区食堂自己取，红烧豆腐套餐 1 份，6 元。",
    });
    expect((await client.book(elder, { ...repeat.order, elderId: elder.id })).status).toBe(201);
  });

  test("再来一份 says why not when the dish is not on", async () => {
    const elder = await client.elder();
    await haveLunch(elder, addDays(TODAY, -2));
    await buildMenu(app, { carePointId, dishes: [{ name: "番茄炒蛋套餐" }] });
    expect((await overview(elder)).repeat).toEqual({
      dishName: "红烧豆腐套餐",
      lastLabel: "11月20日",
      order: null,
      sentence: "明天午饭没有红烧豆腐套餐，看看别的菜。",
    });
  });
});
