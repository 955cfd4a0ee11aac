import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { addDays } from "@shared/core/dates";
import { mealsContract } from "@shared/domains/meals/meals.contract";
import { relay } from "@server/core/outbox/relay";
import { buildCarePoint } from "@server/domains/care-points/care-points.builders";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { MenuModel } from "@server/domains/meals/menu.model";
import { recountPortions } from "@server/domains/meals/recount-portions";
import { startApp, type TestApp } from "@test/support/app";
import { mealsClient, wishFor } from "@test/support/meals";

const TODAY = "2026-11-22";
let app: TestApp;
let client: ReturnType<typeof mealsClient>;
let carePointId: string;
beforeAll(async () => {
  app = await startApp();
  client = mealsClient(app);
});
beforeEach(async () => {
  app.clock.set("2026-11-22T01:00:00.000Z");
  carePointId = (await buildCarePoint({ name: "春风社区食堂", phone: "0373-5550101" }))._id;
});
afterAll(() => app.close());

const menuOf = async (query: Readonly<Record<string, string>>) => {
  const { body } = await app.request.get("/api/meals/menus").query({ carePointId, ...query });
  return body.data;
};

/** Dinner today and tomorrow, lunch tomorrow and the day after. */
async function buildDays() {
  await buildMenu(app, { carePointId, meal: "dinner", serviceDate: TODAY });
  await buildMenu(app, { carePointId, meal: "dinner", serviceDate: addDays(TODAY, 1) });
  await buildMenu(app, { carePointId, meal: "lunch", serviceDate: addDays(TODAY, 1) });
  await buildMenu(app, { carePointId, meal: "lunch", serviceDate: addDays(TODAY, 2) });
}

describe("a menu", () => {
  test("says everything about its sitting, to a guest too", async () => {
    await buildMenu(app, { carePointId, dishes: [{}, { name: "番茄炒蛋套餐", allergens: ["egg"], portions: 3 }] });
    const data = await menuOf({});
    expect(mealsContract.endpoints.getMenu.response.parse(data)).toEqual(data);
    expect(data.menu).toMatchObject({
      carePointName: "春风社区食堂",
      carePointPhone: "0373-5550101",
      serviceDate: "2026-11-23",
      meal: "lunch",
      dayLabel: "明天",
      dateLabel: "11月23日 星期一",
      servesFrom: "11:30",
      servesUntil: "13:00",
      closesAt: "2026-11-22T12:00:00.000Z",
      closesLabel: "今晚 20:00",
      isOpen: true,
      modes: ["eat_in", "pick_up"],
    });
    expect(data.menu.dishes).toMatchObject([
      { name: "红烧豆腐套餐", priceFen: 600, freeShown: 20, dietMarks: ["soft"] },
      { name: "番茄炒蛋套餐", allergens: ["egg"], freeShown: 3 },
    ]);
  });

  test("without date or meal is the next open one", async () => {
    await buildDays();
    expect((await menuOf({})).menu).toMatchObject({ serviceDate: TODAY, meal: "dinner" });
    app.clock.set("2026-11-22T02:00:00.000Z");
    expect((await menuOf({})).menu).toMatchObject({ serviceDate: "2026-11-23", meal: "lunch" });
    app.clock.set("2026-11-22T12:00:00.000Z");
    expect((await menuOf({})).menu).toMatchObject({ serviceDate: "2026-11-23", meal: "dinner" });
    expect((await menuOf({ meal: "lunch" })).menu).toMatchObject({ serviceDate: "2026-11-24", meal: "lunch" });
  });

  test("of a date and meal is that one, closed ones too, and none where nothing is cooked", async () => {
    await buildDays();
    app.clock.set("2026-11-22T12:00:00.000Z");
    expect((await menuOf({ serviceDate: "2026-11-23", meal: "lunch" })).menu).toMatchObject({ isOpen: false });
    expect((await menuOf({ serviceDate: "2026-11-23" })).menu).toMatchObject({ meal: "dinner", isOpen: true });
    expect((await menuOf({ serviceDate: TODAY })).menu).toMatchObject({ meal: "dinner", isOpen: false });
    expect((await menuOf({ serviceDate: "2026-11-24", meal: "breakfast" })).menu).toBeNull();
  });

  test("has a strip of the days from today on with what is cooked", async () => {
    await buildDays();
    await buildMenu(app, { carePointId, meal: "lunch", serviceDate: addDays(TODAY, -1) });
    app.clock.set("2026-11-22T02:00:00.000Z");
    expect((await menuOf({})).days).toEqual([
      {
        serviceDate: TODAY,
        dayLabel: "今天",
        dateLabel: "11月22日 星期日",
        meals: [{ meal: "dinner", isOpen: false }],
      },
      {
        serviceDate: "2026-11-23",
        dayLabel: "明天",
        dateLabel: "11月23日 星期一",
        meals: [
          { meal: "lunch", isOpen: true },
          { meal: "dinner", isOpen: true },
        ],
      },
      {
        serviceDate: "2026-11-24",
        dayLabel: "后天",
        dateLabel: "11月24日 星期二",
        meals: [{ meal: "lunch", isOpen: true }],
      },
    ]);
  });

  test("of a care point that does not cook is empty; of an unknown one is not found", async () => {
    expect(await menuOf({})).toEqual({ menu: null, days: [] });
    expect((await app.request.get("/api/meals/menus").query({ carePointId: "unknown" })).status).toBe(404);
  });

  test("published again, also in a hurry, is the same with the same portions", async () => {
    const menus = await Promise.all(Array.from({ length: 5 }, () => buildMenu(app, { carePointId })));
    expect(new Set(menus.map(({ _id }) => _id)).size).toBe(1);
    const { PortionModel } = await import("@server/domains/meals/portion.model");
    expect(await PortionModel.countDocuments({ sitting: menus[0]?._id ?? "" })).toBe(20);
  });

  test("stands once for its sitting, whatever id another way of writing it may choose", async () => {
    const menu = await buildMenu(app, { carePointId });
    const written = await MenuModel.create([{ ...menu, _id: "another-id" }]).catch((error: unknown) => error);
    expect(written).toMatchObject({ code: 11_000, keyPattern: { carePointId: 1, serviceDate: 1, meal: 1 } });
  });
});

describe("what a menu shows as left", () => {
  const shown = async () => (await menuOf({})).menu.dishes.map(({ freeShown }: { freeShown: number }) => freeShown);
  const deliver = () => relay({ source: recountPortions, deps: app.deps });

  test("is counted anew after bookings and cancels, per dish", async () => {
    const menu = await buildMenu(app, {
      carePointId,
      dishes: [{ portions: 5 }, { name: "番茄炒蛋套餐", portions: 1 }],
    });
    const [elder, other] = [await client.elder(), await client.elder()];
    const first = await client.book(elder, wishFor(elder, menu));
    await client.book(other, wishFor(other, menu, { dishId: menu.dishes[1]?.id ?? "" }));
    expect(await shown()).toEqual([5, 1]);
    await deliver();
    expect(await shown()).toEqual([4, 0]);
    await client.cancel(elder, first.body.data.id);
    await deliver();
    expect(await shown()).toEqual([5, 0]);
  });

  test("does not decide: a dish that shows none left can be booked while one is free", async () => {
    const menu = await buildMenu(app, { carePointId, dishes: [{ portions: 1 }] });
    const [elder, other] = [await client.elder(), await client.elder()];
    const first = await client.book(elder, wishFor(elder, menu));
    await deliver();
    await client.cancel(elder, first.body.data.id);
    expect(await shown()).toEqual([0]);
    expect((await client.book(other, wishFor(other, menu))).status).toBe(201);
  });
});
