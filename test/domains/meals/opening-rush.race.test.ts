import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildMenu } from "@server/domains/meals/meals.builders";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { startApp, type TestApp } from "@test/support/app";
import { countPortions, mealsClient, wishFor, type SignedIn } from "@test/support/meals";

/** A hundredth of the 8,000 bookings that `npm run bench` fires, and as many again for whom nothing is left. */
const CANTEENS = 10;
const PORTIONS = 8;

let app: TestApp;
let client: ReturnType<typeof mealsClient>;
let menus: readonly MenuDocument[];
let people: readonly SignedIn[];
beforeAll(async () => {
  app = await startApp();
  client = mealsClient(app);
  menus = await Promise.all(
    Array.from({ length: CANTEENS }, () => buildMenu(app, { dishes: [{ portions: PORTIONS }] })),
  );
  people = await Promise.all(Array.from({ length: 2 * CANTEENS * PORTIONS }, () => client.elder()));
});
afterAll(() => app.close());

describe("the opening rush", () => {
  test("answers everybody, sells every portion of every canteen and none twice", async () => {
    const answers = await Promise.all(
      people.map((elder, at) => {
        const menu = menus[at % CANTEENS];
        if (!menu) throw new Error("no menu");
        return client.book(elder, wishFor(elder, menu));
      }),
    );
    const said = answers.map(({ status, body }) => (status === 201 ? "booked" : body.error.code));
    const counted = Object.fromEntries([...new Set(said)].map((one) => [one, said.filter((s) => s === one).length]));
    const half = CANTEENS * PORTIONS;
    expect(counted).toEqual({ booked: half, meal_sold_out: half });
    const left = await Promise.all(menus.map(({ _id }) => countPortions(_id)));
    expect(left).toEqual(menus.map(() => ({ free: 0, held: PORTIONS, refusals: PORTIONS })));
  });
});
