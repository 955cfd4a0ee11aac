import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { mealsContract } from "@shared/domains/meals/meals.contract";
import { buildBond } from "@server/domains/family/family.builders";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { startApp, type TestApp } from "@test/support/app";
import { buildCounter, counterClient } from "@test/support/counter";
import { familyClient, type Known } from "@test/support/family";
import type { SignedIn } from "@test/support/meals";

let app: TestApp;
let counter: Awaited<ReturnType<typeof buildCounter>>;
let client: ReturnType<typeof counterClient>;
let menu: MenuDocument;
let elder: SignedIn;
let daughter: Known;
beforeAll(async () => {
  app = await startApp();
  client = counterClient(app);
});
beforeEach(async () => {
  app.clock.set("2026-11-22T02:00:00.000Z");
  counter = await buildCounter(app);
  menu = await counter.sitting();
  elder = await counter.elder();
  daughter = await familyClient(app).daughter();
  await buildBond(app.deps, { elder: elder.id, helper: daughter.id });
});
afterAll(() => app.close());

const booked = async (sitting = menu) => (await counter.booked(sitting, elder)).id;
const listOf = async (who: SignedIn, when: string, query: Readonly<Record<string, string>> = {}) => {
  const { body } = await counter.client.list(who, { when, ...query }).expect(200);
  expect(mealsContract.endpoints.listMealBookings.response.parse(body.data)).toEqual(body.data);
  return body.data as { bookings: Record<string, unknown>[]; nextCursor: string | null };
};
const labelsOf = async (who: SignedIn, query = {}) =>
  (await listOf(who, "past", query)).bookings.map(({ cancelledLabel }) => cancelledLabel);

describe("a cancelled booking stands among what is over", () => {
  test("at once, with its state and without a code; among what is to come it is gone", async () => {
    const id = await booked();
    await counter.client.cancel(elder, id).expect(200);
    const { bookings } = await listOf(elder, "past");
    expect(bookings).toHaveLength(1);
    expect(bookings[0]).toMatchObject({ id, state: "cancelled", code: null, cancelledLabel: "您取消了" });
    expect((await listOf(elder, "upcoming")).bookings).toEqual([]);
  });

  test("by her daughter: each of the two reads who it was", async () => {
    const id = await booked();
    await counter.client.cancel(daughter, id).expect(200);
    expect(await labelsOf(elder)).toEqual(["女儿小敏取消了"]);
    expect(await labelsOf(daughter, { elderId: elder.id })).toEqual(["您取消了"]);
  });

  test("by herself, as her daughter reads it", async () => {
    await counter.client.cancel(elder, await booked()).expect(200);
    expect(await labelsOf(daughter, { elderId: elder.id })).toEqual(["王阿姨自己取消了"]);
  });

  test("by the cook whom she rang up", async () => {
    await client.cancel(counter.cook, await booked()).expect(200);
    expect(await labelsOf(elder)).toEqual(["李师傅取消了"]);
  });

  test("by the kitchen that closed the date", async () => {
    await booked();
    const { carePointId, manager } = counter;
    await client.close(manager, { carePointId, serviceDate: menu.serviceDate }).expect(200);
    expect(await labelsOf(elder)).toEqual(["食堂停餐"]);
  });

  test("from before it was kept who it was: only that it is cancelled", async () => {
    const id = await booked();
    await counter.client.cancel(elder, id).expect(200);
    await PortionModel.updateOne({ "past.bookingId": id }, { $unset: { "past.0.by": 1 } });
    expect(await labelsOf(elder)).toEqual(["取消了"]);
  });

  test("what stands has no such words", async () => {
    const id = await booked();
    expect((await counter.client.read(elder, id)).body.data.cancelledLabel).toBeNull();
  });
});

describe("the list of what is over", () => {
  test("booked and cancelled again and again it has each, and another person's none", async () => {
    const ids: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const id = await booked();
      await counter.client.cancel(elder, id).expect(200);
      ids.push(id);
    }
    await counter.booked(menu);
    expect((await listOf(elder, "past")).bookings.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect((await listOf(daughter, "past")).bookings).toEqual([]);
  });

  test("goes on page by page through both kinds, latest sitting first, none twice and none left out", async () => {
    const dates = Array.from({ length: 15 }, (_, day) => `2026-12-${String(day + 1).padStart(2, "0")}`);
    const eaten: string[] = [];
    const cancelled: string[] = [];
    for (const serviceDate of dates) {
      eaten.push(await booked(await counter.sitting({ serviceDate })));
      const dinner = await booked(await counter.sitting({ serviceDate, meal: "dinner" }));
      await counter.client.cancel(elder, dinner).expect(200);
      cancelled.push(dinner);
    }
    app.clock.set("2026-12-20T02:00:00.000Z");
    const later = { id: elder.id, token: await app.signInAs(elder.id) };
    const first = await listOf(later, "past");
    const second = await listOf(later, "past", { cursor: first.nextCursor ?? "" });
    expect([first.bookings.length, second.bookings.length, second.nextCursor]).toEqual([20, 10, null]);
    const expected = dates.flatMap((_, day) => [eaten[day], cancelled[day]]).reverse();
    expect([...first.bookings, ...second.bookings].map(({ id }) => id)).toEqual(expected);
  });
});
