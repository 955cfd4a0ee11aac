import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { accountOf, buildCounter, counterClient } from "@test/support/counter";
import type { SignedIn } from "@test/support/meals";

const EVENING_BEFORE = "2026-11-22T02:00:00.000Z";
/** 11:40 of the day on which it is eaten. */
const LUNCHTIME = "2026-11-23T03:40:00.000Z";
const byName = (bookingId: string) => ({ kind: "by_name", bookingId, reason: "没带手机" });

let app: TestApp;
let counter: Awaited<ReturnType<typeof buildCounter>>;
let client: ReturnType<typeof counterClient>;
let cook: SignedIn;
let menu: MenuDocument;
beforeAll(async () => {
  app = await startApp();
  client = counterClient(app);
});
beforeEach(async () => {
  app.clock.set(EVENING_BEFORE);
  counter = await buildCounter(app);
  cook = counter.cook;
  menu = await counter.sitting({ dishes: [{ portions: 10 }] });
});
afterAll(() => app.close());

/** At lunch everybody signs in anew: sessions of the evening before may have ended. */
async function lunchtime(): Promise<void> {
  app.clock.set(LUNCHTIME);
  cook = { id: counter.cook.id, token: await app.signInAs(counter.cook.id) };
}

describe("walk-ins and taking back", () => {
  const order = (overrides: object = {}) => ({
    menuId: menu._id,
    dishId: menu.dishes[0]?.id ?? "",
    mode: "eat_in",
    who: { kind: "guest" },
    ...overrides,
  });

  test("guests without an account take what is free until it is gone, each key once", async () => {
    menu = await counter.sitting({ meal: "dinner", dishes: [{ portions: 2 }], closesAt: Date.parse(LUNCHTIME) });
    await lunchtime();
    const first = await client.walkIn(cook, order(), "a-key-of-the-first-guest");
    const repeat = await client.walkIn(cook, order(), "a-key-of-the-first-guest");
    expect([first.status, repeat.body]).toEqual([201, first.body]);
    expect(first.body.data.row).toMatchObject({ name: "现场来客", isWalkIn: true, codeTail: null, state: "served" });
    expect((await client.walkIn(cook, order())).status).toBe(201);
    const third = await client.walkIn(cook, order());
    expect([third.status, third.body.error.code]).toEqual([409, "dish_gone"]);
    const undone = await client.undo(cook, first.body.data.row.bookingId);
    expect([undone.status, undone.body.data.row]).toEqual([200, null]);
    expect(await accountOf(menu._id)).toEqual({ free: 1, booked: 0, served: 1, noShow: 0, withdrawn: 0 });
    const late = await client.walkIn(cook, order(), "a-key-of-the-first-guest");
    expect([late.status, late.body.error.code]).toEqual([409, "state_changed"]);
  });

  test("check-in beside a cancel by staff: one of the two, and each is told what is so", async () => {
    for (let round = 0; round < 10; round += 1) {
      app.clock.set(EVENING_BEFORE);
      const { id } = await counter.booked(menu);
      await lunchtime();
      const [served, cancelled] = await Promise.all([
        client.checkIn(cook, counter.carePointId, byName(id)),
        client.cancel(cook, id),
      ]);
      const portion = await PortionModel.findOne({ keys: id }).lean().orFail();
      const isServed = portion.bookingId === id;
      expect([served.status === 200, cancelled.status === 200]).toEqual([isServed, !isServed]);
      if (isServed) expect(cancelled.body.error.code).toBe("state_changed");
      else expect(["state_changed", "not_found"]).toContain(served.body.error.code);
    }
  });

  test("a meal taken back can be handed out again, by the same code", async () => {
    const { id, code } = await counter.booked(menu);
    await lunchtime();
    await client.checkIn(cook, counter.carePointId, { kind: "code", code });
    app.clock.advance(1_000);
    const undone = await client.undo(cook, id);
    expect(undone.body.data.row).toMatchObject({ state: "booked", servedAt: null, undoUntil: null });
    app.clock.advance(1_000);
    expect((await client.checkIn(cook, counter.carePointId, { kind: "code", code })).status).toBe(200);
  });
});

describe("the roster", () => {
  test("opening is written down first, and shows names, initials and two digits, never a code or a phone", async () => {
    const elder = await counter.elder({ preferredName: "王秀兰", phone: "13812345678" });
    const { id, code } = await counter.booked(menu, elder);
    await lunchtime();
    const { status, body } = await client.roster(cook, menu._id);
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
      actorId: cook.id,
      subject: { type: "menu", id: menu._id },
    });
  });

  test("the day counts by dish and way of eating", async () => {
    const { id } = await counter.booked(menu);
    await counter.booked(menu);
    await lunchtime();
    await client.checkIn(cook, counter.carePointId, byName(id));
    const { body } = await client.day(cook, counter.carePointId, "2026-11-23");
    const counts = { booked: 1, served: 1, noShow: 0, free: 8, withdrawn: 0 };
    expect(body.data.sittings).toHaveLength(1);
    expect(body.data.sittings[0]).toMatchObject({ counts, dishes: [{ counts, isSoldOut: false }] });
    expect(body.data.sittings[0].dishes[0].byMode).toEqual([
      { mode: "eat_in", booked: 1, served: 1 },
      { mode: "pick_up", booked: 0, served: 0 },
    ]);
  });
});
