import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { PortionModel } from "@server/domains/meals/portion.model";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { accountOf } from "@test/support/counter";
import {
  atLunchtime,
  byName,
  EVENING_BEFORE,
  eveningBefore,
  LUNCHTIME,
  type CounterStage,
} from "@test/support/counter-stage";

let app: TestApp;
let stage: CounterStage;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  stage = await eveningBefore(app);
});
afterAll(() => app.close());

describe("walk-ins and taking back", () => {
  const order = (overrides: object = {}) => ({
    menuId: stage.menu._id,
    dishId: stage.menu.dishes[0]?.id ?? "",
    mode: "eat_in",
    who: { kind: "guest" },
    ...overrides,
  });

  test("guests without an account take what is free until it is gone, each key once", async () => {
    const dinner = { meal: "dinner", dishes: [{ portions: 2 }], closesAt: Date.parse(LUNCHTIME) } as const;
    stage = { ...stage, menu: await stage.counter.sitting(dinner) };
    stage = await atLunchtime(stage);
    const first = await stage.client.walkIn(stage.cook, order(), "a-key-of-the-first-guest");
    const repeat = await stage.client.walkIn(stage.cook, order(), "a-key-of-the-first-guest");
    expect([first.status, repeat.body]).toEqual([201, first.body]);
    expect(first.body.data.row).toMatchObject({ name: "现场来客", isWalkIn: true, codeTail: null, state: "served" });
    expect((await stage.client.walkIn(stage.cook, order())).status).toBe(201);
    const third = await stage.client.walkIn(stage.cook, order());
    expect([third.status, third.body.error.code]).toEqual([409, "dish_gone"]);
    const undone = await stage.client.undo(stage.cook, first.body.data.row.bookingId);
    expect([undone.status, undone.body.data.row]).toEqual([200, null]);
    expect(await accountOf(stage.menu._id)).toEqual({ free: 1, booked: 0, served: 1, noShow: 0, withdrawn: 0 });
    const late = await stage.client.walkIn(stage.cook, order(), "a-key-of-the-first-guest");
    expect([late.status, late.body.error.code]).toEqual([409, "state_changed"]);
  });

  test("check-in beside a cancel by staff: one of the two, and each is told what is so", async () => {
    for (let round = 0; round < 10; round += 1) {
      app.clock.set(EVENING_BEFORE);
      const { id } = await stage.counter.booked(stage.menu);
      stage = await atLunchtime(stage);
      const [served, cancelled] = await Promise.all([
        stage.client.checkIn(stage.cook, stage.counter.carePointId, byName(id)),
        stage.client.cancel(stage.cook, id),
      ]);
      const portion = await PortionModel.findOne({ keys: id }).lean().orFail();
      const isServed = portion.bookingId === id;
      expect([served.status === 200, cancelled.status === 200]).toEqual([isServed, !isServed]);
      if (isServed) expect(cancelled.body.error.code).toBe("state_changed");
      else expect(["state_changed", "not_found"]).toContain(served.body.error.code);
    }
  });

  test("a meal taken back can be handed out again, by the same code", async () => {
    const { id, code } = await stage.counter.booked(stage.menu);
    stage = await atLunchtime(stage);
    await stage.client.checkIn(stage.cook, stage.counter.carePointId, { kind: "code", code });
    app.clock.advance(1_000);
    const undone = await stage.client.undo(stage.cook, id);
    expect(undone.body.data.row).toMatchObject({ state: "booked", servedAt: null, undoUntil: null });
    app.clock.advance(1_000);
    expect((await stage.client.checkIn(stage.cook, stage.counter.carePointId, { kind: "code", code })).status).toBe(
      200,
    );
  });
});

describe("the roster", () => {
  test("opening is written down first, and shows names, initials and two digits, never a code or a phone", async () => {
    const elder = await stage.counter.elder({ preferredName: "王秀兰", phone: "13812345678" });
    const { id, code } = await stage.counter.booked(stage.menu, elder);
    stage = await atLunchtime(stage);
    const { status, body } = await stage.client.roster(stage.cook, stage.menu._id);
    expect(status).toBe(200);
    expect(body.data.openedAt).toBe(LUNCHTIME);
    expect(body.data.rows).toEqual([
      {
        bookingId: id,
        name: "王秀兰",
        pinyinInitials: "wxl",
        phoneTail: "5678",
        age: 78,
        dishName: "红烧豆腐套餐",
        mode: "eat_in",
        priceFen: 600,
        state: "booked",
        codeTail: code.slice(-2),
        isWalkIn: false,
        isBookedByOther: false,
        servedAt: null,
        undoUntil: null,
      },
    ]);
    expect(JSON.stringify(body)).not.toContain(code);
    expect((await relayedChain(app)).at(-1)).toMatchObject({
      act: "meal-counter.open-roster",
      actorId: stage.cook.id,
      subject: { type: "menu", id: stage.menu._id },
    });
  });

  test("the day counts by dish and way of eating", async () => {
    const { id } = await stage.counter.booked(stage.menu);
    await stage.counter.booked(stage.menu);
    stage = await atLunchtime(stage);
    await stage.client.checkIn(stage.cook, stage.counter.carePointId, byName(id));
    const { body } = await stage.client.day(stage.cook, stage.counter.carePointId, "2026-11-23");
    const counts = { booked: 1, served: 1, noShow: 0, free: 8, withdrawn: 0 };
    expect(body.data.sittings).toHaveLength(1);
    expect(body.data.sittings[0]).toMatchObject({ counts, dishes: [{ counts, isSoldOut: false }] });
    expect(body.data.sittings[0].dishes[0].byMode).toEqual([
      { mode: "eat_in", booked: 1, served: 1 },
      { mode: "pick_up", booked: 0, served: 0 },
    ]);
  });
});
