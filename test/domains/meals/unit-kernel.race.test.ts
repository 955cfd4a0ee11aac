import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { claimUnit } from "@server/core/units/claim-unit";
import { releaseUnit } from "@server/core/units/release-unit";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { heldOf } from "@server/domains/meals/booking";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { PortionModel, type HeldPortion, type PortionDocument } from "@server/domains/meals/portion.model";
import { startApp, type TestApp } from "@test/support/app";
import { countPortions } from "@test/support/meals";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const heldBy = (elder: string, menu: MenuDocument): HeldPortion => ({
  elder,
  date: menu.serviceDate,
  meal: menu.meal,
  mode: "eat_in",
  carePointId: menu.carePointId,
  dishName: "红烧豆腐套餐",
  servesFrom: menu.servesFrom,
  priceLines: [],
});

/** Claims with the codes that the test draws, one after the other, the last for ever. */
function claim({ elder, menu, codes }: { elder: string; menu: MenuDocument; codes: readonly string[] }) {
  const drawn = [...codes];
  const held = heldBy(elder, menu);
  return claimUnit<HeldPortion, PortionDocument>(PortionModel, {
    bookingId: `booking-of-${elder}`,
    fingerprint: "the-wish",
    now: app.clock.now(),
    closesAt: menu.closesAt.getTime(),
    among: { sitting: menu._id, dish: menu.dishes[0]?.id ?? "" },
    seats: 3,
    holder: { elder, date: held.date, meal: held.meal },
    held,
    fresh: () => ({ state: "booked", code: (drawn.length > 1 ? drawn.shift() : drawn[0]) ?? "" }),
    event: { type: "probe" },
    about: { sitting: menu._id },
  });
}

const release = (unit: PortionDocument, elder: string) =>
  releaseUnit<HeldPortion, PortionDocument>(PortionModel, {
    unit,
    bookingId: `booking-of-${elder}`,
    state: "booked",
    drop: ["code"],
    by: "somebody",
    how: "cancelled",
    now: app.clock.now(),
    event: { type: "probe" },
    held: heldOf(unit as HeldPortion),
  });

describe("R-B8: codes of a sitting", () => {
  test("a code that is taken is drawn anew, and after three misses nothing is booked or refused", async () => {
    const menu = await buildMenu(app, { dishes: [{ portions: 3 }] });
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
    expect(await claim({ elder: a, menu, codes: ["111111"] })).toMatchObject({ outcome: "claimed" });
    const second = await claim({ elder: b, menu, codes: ["111111", "111111", "222222"] });
    expect(second).toMatchObject({ outcome: "claimed", unit: { code: "222222" } });
    expect(await claim({ elder: c, menu, codes: ["111111"] })).toEqual({ outcome: "undecided" });
    expect(await countPortions(menu._id)).toEqual({ free: 1, held: 2, refusals: 0 });
    expect(await claim({ elder: c, menu, codes: ["333333"] })).toMatchObject({ outcome: "claimed" });
  });
});

describe("R-B9: a withdrawn portion", () => {
  test("is not claimed, though nobody holds it; one that stays is", async () => {
    const menu = await buildMenu(app, { dishes: [{ portions: 2 }] });
    await PortionModel.updateOne({ sitting: menu._id, seat: 0 }, { $set: { withdrawn: true } });
    const [first, next] = [randomUUID(), randomUUID()];
    expect(await claim({ elder: first, menu, codes: ["111111"] })).toMatchObject({
      outcome: "claimed",
      unit: { seat: 1 },
    });
    expect(await claim({ elder: next, menu, codes: ["222222"] })).toEqual({
      outcome: "refused",
      reason: "nothing_free",
    });
  });
});

describe("R-B4: a cancel that was under way for long", () => {
  test("does not free the portion of the next holder", async () => {
    const menu = await buildMenu(app, { dishes: [{ portions: 1 }] });
    const [first, next] = [randomUUID(), randomUUID()];
    const claimed = await claim({ elder: first, menu, codes: ["111111"] });
    if (claimed.outcome !== "claimed") throw new Error(claimed.outcome);
    expect(await release(claimed.unit, first)).not.toBeNull();
    expect(await claim({ elder: next, menu, codes: ["222222"] })).toMatchObject({ outcome: "claimed" });
    expect(await release(claimed.unit, first)).toBeNull();
    expect(await countPortions(menu._id)).toEqual({ free: 0, held: 1, refusals: 0 });
  });
});
