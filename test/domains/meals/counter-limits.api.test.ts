import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { startApp, type TestApp } from "@test/support/app";
import { accountOf } from "@test/support/counter";
import { atLunchtime, byName, EVENING_BEFORE, eveningBefore, type CounterStage } from "@test/support/counter-stage";

/** As the page says it: two minutes. */
const FINAL_AFTER_MS = 120_000;
let app: TestApp;
let stage: CounterStage;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  stage = await eveningBefore(app);
});
afterAll(() => app.close());

const guestFor = (dishId: string) => ({ menuId: stage.menu._id, dishId, mode: "eat_in", who: { kind: "guest" } });

describe("a handing-out", () => {
  const handedOut = {
    "of a booked meal": async () => {
      app.clock.set(EVENING_BEFORE);
      const { id } = await stage.counter.booked(stage.menu);
      stage = await atLunchtime(stage);
      await stage.client.checkIn(stage.cook, stage.counter.carePointId, byName(id)).expect(200);
      return id;
    },
    "of a walk-in": async () => {
      stage = await atLunchtime(stage);
      const { body } = await stage.client.walkIn(stage.cook, guestFor(stage.menu.dishes[0]?.id ?? "")).expect(201);
      return body.data.row.bookingId as string;
    },
  };

  test.each(Object.keys(handedOut) as (keyof typeof handedOut)[])(
    "%s is taken back up to the last millisecond of two minutes, and final from then on",
    async (kind) => {
      const inTime = await handedOut[kind]();
      app.clock.advance(FINAL_AFTER_MS - 1);
      expect((await stage.client.undo(stage.cook, inTime)).status).toBe(200);
      const tooLate = await handedOut[kind]();
      app.clock.advance(FINAL_AFTER_MS);
      const refused = await stage.client.undo(stage.cook, tooLate);
      expect([refused.status, refused.body.error.code]).toEqual([409, "undo_over"]);
      expect(await accountOf(stage.menu._id)).toMatchObject({ served: 1 });
    },
  );
});

describe("a walk-in", () => {
  test("gets the dish she asked for or none: what is left of another dish is not handed out in its place", async () => {
    const menu = await stage.counter.sitting({
      meal: "dinner",
      closesAt: Date.parse(EVENING_BEFORE) + 1,
      dishes: [
        { name: "红烧豆腐套餐", portions: 1 },
        { name: "清蒸鱼套餐", portions: 3 },
      ],
    });
    stage = { ...(await atLunchtime(stage)), menu };
    const [tofu, fish] = menu.dishes.map(({ id }) => id);
    if (tofu === undefined || fish === undefined) throw new Error("two dishes are on this menu");
    const first = await stage.client.walkIn(stage.cook, guestFor(tofu)).expect(201);
    expect(first.body.data.row.dishName).toBe("红烧豆腐套餐");
    const second = await stage.client.walkIn(stage.cook, guestFor(tofu));
    expect([second.status, second.body.error.code]).toEqual([409, "dish_gone"]);
    expect(await accountOf(menu._id)).toEqual({ free: 3, booked: 0, served: 1, noShow: 0, withdrawn: 0 });
    expect((await stage.client.walkIn(stage.cook, guestFor(fish))).body.data.row.dishName).toBe("清蒸鱼套餐");
  });
});
