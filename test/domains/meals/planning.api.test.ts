import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { addDays } from "@shared/core/dates";
import { MenuModel } from "@server/domains/meals/menu.model";
import { NoticeModel } from "@server/domains/notices/notice.model";
import { startApp, type TestApp } from "@test/support/app";
import { accountOf, buildCounter, counterClient, deliverPortionEvents, runCounterJob } from "@test/support/counter";
import { wishFor } from "@test/support/meals";

const DAY = "2026-11-25";
let app: TestApp;
let counter: Awaited<ReturnType<typeof buildCounter>>;
let client: ReturnType<typeof counterClient>;
beforeAll(async () => {
  app = await startApp();
  client = counterClient(app);
});
beforeEach(async () => {
  app.clock.set("2026-11-22T02:00:00.000Z");
  counter = await buildCounter(app);
});
afterAll(() => app.close());

const close = (body: object = {}) =>
  client.close(counter.manager, { carePointId: counter.carePointId, serviceDate: DAY, ...body });

describe("closing a date", () => {
  test("cancels every booking, tells each holder why and where the meal is cooked instead, and leaves what was eaten", async () => {
    const menu = await counter.sitting({ serviceDate: DAY, dishes: [{ portions: 5 }] });
    await counter.sitting({ carePointId: counter.elsewhere, serviceDate: DAY });
    const [a, b, c] = [await counter.booked(menu), await counter.booked(menu), await counter.booked(menu)];
    await client.checkIn(counter.cook, counter.carePointId, { kind: "by_name", bookingId: c.id, reason: "没带手机" });
    const { status, body } = await close({ meal: "lunch" });
    expect([status, body.data]).toEqual([200, { meals: ["lunch"], cancelled: 2 }]);
    expect(await accountOf(menu._id)).toEqual({ free: 0, booked: 0, served: 1, noShow: 0, withdrawn: 2 });
    const seen = await counter.client.read(a.elder, a.id);
    expect([seen.body.data.state, seen.body.data.abilities.cancel]).toEqual(["cancelled", false]);
    await deliverPortionEvents(app);
    await deliverPortionEvents(app);
    for (const { elder } of [a, b]) {
      const notices = await NoticeModel.find({ personId: elder.id, template: "meal_cancelled_by_kitchen" }).lean();
      expect(notices).toHaveLength(1);
      expect(notices[0]?.sentence).toContain("因为停水不能做了");
      expect(notices[0]?.sentence).toContain("最近还有");
    }
    expect(await NoticeModel.countDocuments({ personId: c.elder.id })).toBe(0);
  });

  test("again changes nothing and answers the same; a booking that begins afterwards is refused, for good", async () => {
    const menu = await counter.sitting({ serviceDate: DAY });
    await counter.booked(menu);
    const first = await close();
    expect((await close()).body).toEqual(first.body);
    const [elder, key] = [await counter.elder(), randomUUID()];
    for (let times = 0; times < 2; times += 1) {
      const { status, body } = await counter.client.book(elder, wishFor(elder, menu), key);
      expect([status, body.error.code]).toEqual([409, "meal_closed"]);
    }
    const shown = await app.request
      .get("/api/meals/menus")
      .query({ carePointId: counter.carePointId, serviceDate: DAY });
    expect(shown.body.data.menu.isOpen).toBe(false);
  });

  test("while people book: nobody stays booked, and whoever was told yes is told of the cancel", async () => {
    for (let round = 0; round < 5; round += 1) {
      const serviceDate = addDays(DAY, round);
      const menu = await counter.sitting({ serviceDate, dishes: [{ portions: 20 }] });
      const elders = await Promise.all(Array.from({ length: 10 }, () => counter.elder()));
      const [closed, ...answers] = await Promise.all([
        close({ serviceDate, meal: "lunch" }),
        ...elders.map((elder) => counter.client.book(elder, wishFor(elder, menu))),
      ]);
      expect(closed.status).toBe(200);
      await runCounterJob(app, "meals.finish-fits");
      await deliverPortionEvents(app);
      expect(await accountOf(menu._id)).toMatchObject({ free: 0, booked: 0 });
      for (const [n, { status }] of answers.entries()) {
        const personId = elders[n]?.id ?? "";
        const told = await NoticeModel.countDocuments({ personId, template: "meal_cancelled_by_kitchen" });
        expect([status, told]).toEqual(status === 201 ? [201, 1] : [409, 0]);
      }
    }
  });

  test("where nothing is planned, nothing can be planned any more; no empty menu is shown", async () => {
    expect((await close()).body.data).toEqual({ meals: ["breakfast", "lunch", "dinner"], cancelled: 0 });
    const shown = await app.request.get("/api/meals/menus").query({ carePointId: counter.carePointId });
    expect(shown.body.data).toEqual({ menu: null, days: [] });
  });
});

describe("planning", () => {
  const dish = () => ({
    carePointId: counter.carePointId,
    name: "番茄炒蛋套餐",
    description: "番茄炒蛋、米饭",
    allergens: ["egg"],
    dietMarks: ["soft"],
    priceFen: 1100,
  });
  const plan = (dishId: string, overrides: object = {}) => ({
    carePointId: counter.carePointId,
    serviceDate: DAY,
    meal: "lunch",
    servesFrom: "11:30",
    servesUntil: "13:00",
    closes: { daysBefore: 1, time: "20:00" },
    modes: ["eat_in"],
    dishes: [{ dishId, portions: 6 }],
    ...overrides,
  });

  test("a dish of the list becomes a menu that can be ordered; a later price does not change it", async () => {
    const saved = await client.saveDish(counter.manager, dish());
    const planned = await client.plan(counter.manager, plan(saved.body.data.dishId));
    expect(planned.status).toBe(201);
    await client.saveDish(counter.manager, { ...dish(), priceFen: 1500 });
    const { body } = await client.week(counter.manager, counter.carePointId, DAY);
    expect(body.data.weekOf).toBe("2026-11-23");
    expect(body.data.days[2].sittings).toEqual([planned.body.data]);
    expect(body.data.dishList).toMatchObject([{ name: "番茄炒蛋套餐", priceFen: 1500 }]);
    expect(planned.body.data.dishes).toMatchObject([{ priceFen: 1100, portions: 6, freeShown: 6 }]);
    const menu = await MenuModel.findById(planned.body.data.menuId).lean().orFail();
    expect((await counter.booked(menu)).code).toMatch(/^\d{6}$/);
  });

  test("wrong hours, dishes of another care point and dishes named twice are refused", async () => {
    const { dishId } = (await client.saveDish(counter.manager, dish())).body.data;
    const foreign = (await counter.sitting({ carePointId: counter.elsewhere })).dishes[0]?.id ?? "";
    const cases: [object, number][] = [
      [plan(dishId, { servesUntil: "11:30" }), 422],
      [plan(dishId, { closes: { daysBefore: 0, time: "11:31" } }), 422],
      [
        plan(dishId, {
          dishes: [
            { dishId, portions: 1 },
            { dishId, portions: 2 },
          ],
        }),
        422,
      ],
      [plan(foreign), 404],
    ];
    for (const [body, status] of cases) expect((await client.plan(counter.manager, { ...body })).status).toBe(status);
    expect(await MenuModel.countDocuments({ carePointId: counter.carePointId })).toBe(0);
  });

  test("last week is copied sitting by sitting; what stands or is closed is told; again copies nothing", async () => {
    for (const serviceDate of [DAY, addDays(DAY, 1), addDays(DAY, 2)]) await counter.sitting({ serviceDate });
    const [taken, closed] = [addDays(DAY, 8), addDays(DAY, 9)];
    await counter.sitting({ serviceDate: taken });
    await close({ serviceDate: closed, meal: "lunch" });
    const body = { carePointId: counter.carePointId, fromWeekOf: DAY, weekOf: addDays(DAY, 7) };
    const copied = await client.copyWeek(counter.manager, body);
    const left = [
      { serviceDate: taken, meal: "lunch", why: "already_planned" },
      { serviceDate: closed, meal: "lunch", why: "date_closed" },
    ];
    expect(copied.body.data).toEqual({ copied: 1, left });
    const copy = await MenuModel.findOne({ carePointId: counter.carePointId, serviceDate: addDays(DAY, 7) }).lean();
    expect(copy?.closesAt.toISOString()).toBe("2026-12-01T12:00:00.000Z");
    expect((await client.copyWeek(counter.manager, body)).body.data.copied).toBe(0);
  });
});
