import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { addDays } from "@shared/core/dates";
import { mealsContract } from "@shared/domains/meals/meals.contract";
import { buildCarePoint } from "@server/domains/care-points/care-points.builders";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { startApp, type TestApp } from "@test/support/app";
import { mealsClient, wishFor, type SignedIn } from "@test/support/meals";

const TODAY = "2026-11-22";
const MEALS = ["breakfast", "lunch", "dinner"] as const;
let app: TestApp;
let client: ReturnType<typeof mealsClient>;
beforeAll(async () => {
  app = await startApp();
  client = mealsClient(app);
});
beforeEach(() => app.clock.set("2026-11-22T01:00:00.000Z"));
afterAll(() => app.close());

const days = (rows: { serviceDate: string; meal: string }[]) => rows.map((row) => `${row.serviceDate} ${row.meal}`);

/** Books every meal of the next days, as far as they are open. */
async function bookDays(elder: SignedIn, count: number) {
  const { _id: carePointId } = await buildCarePoint();
  const ids: string[] = [];
  for (let ahead = 1; ahead <= count; ahead += 1) {
    for (const meal of MEALS) {
      const menu = await buildMenu(app, { carePointId, meal, serviceDate: addDays(TODAY, ahead) });
      ids.push((await client.book(elder, wishFor(elder, menu))).body.data.id);
    }
  }
  return ids;
}

describe("my bookings", () => {
  test("coming up: soonest first, in the order of the day, page by page without gap or double", async () => {
    const elder = await client.elder();
    const ids = await bookDays(elder, 8);
    const first = await client.list(elder, { when: "upcoming" });
    expect(mealsContract.endpoints.listMealBookings.response.parse(first.body.data)).toEqual(first.body.data);
    expect(days(first.body.data.bookings).slice(0, 4)).toEqual([
      "2026-11-23 breakfast",
      "2026-11-23 lunch",
      "2026-11-23 dinner",
      "2026-11-24 breakfast",
    ]);
    const second = await client.list(elder, { when: "upcoming", cursor: first.body.data.nextCursor });
    expect(second.body.data.nextCursor).toBeNull();
    const seen = [...first.body.data.bookings, ...second.body.data.bookings].map(({ id }) => id);
    expect([first.body.data.bookings.length, seen]).toEqual([20, ids]);
  });

  test("past: latest first, once serving has ended", async () => {
    const elder = await client.elder();
    const ids = await bookDays(elder, 8);
    app.clock.set("2026-11-23T05:00:00.000Z");
    const early = await client.list(elder, { when: "past" });
    expect(days(early.body.data.bookings)).toEqual(["2026-11-23 lunch", "2026-11-23 breakfast"]);
    app.clock.set("2026-12-01T05:00:00.000Z");
    const first = await client.list(elder, { when: "past" });
    const second = await client.list(elder, { when: "past", cursor: first.body.data.nextCursor });
    const seen = [...first.body.data.bookings, ...second.body.data.bookings].map(({ id }) => id);
    expect(seen).toEqual([...ids].reverse());
    expect((await client.list(elder, { when: "upcoming" })).body.data.bookings).toEqual([]);
  });

  test("hold nobody else's and nothing cancelled", async () => {
    const [elder, other] = [await client.elder(), await client.elder()];
    const menu = await buildMenu(app);
    const { body } = await client.book(elder, wishFor(elder, menu));
    const theirs = await client.book(other, wishFor(other, menu));
    await client.cancel(elder, body.data.id);
    expect((await client.list(elder, { when: "upcoming" })).body.data).toEqual({ bookings: [], nextCursor: null });
    expect((await client.list(other, { when: "upcoming" })).body.data.bookings).toEqual([theirs.body.data]);
  });

  test("a cursor that we did not make is refused", async () => {
    const elder = await client.elder();
    for (const cursor of ["bm9wZQ", "eyIkZ3QiOjF9", Buffer.from('[1e99,"x"]').toString("base64url")]) {
      const { status, body } = await client.list(elder, { when: "past", cursor });
      expect([status, body.error.fields]).toEqual([422, [{ path: "query.cursor", message: "invalid" }]]);
    }
  });
});
