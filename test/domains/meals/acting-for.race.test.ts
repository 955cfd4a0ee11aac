import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { relay } from "@server/core/outbox/relay";
import { buildBond } from "@server/domains/family/family.builders";
import { bookMeal } from "@server/domains/meals/book-meal";
import { buildMenu } from "@server/domains/meals/meals.builders";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { portionEvents } from "@server/domains/meals/portion-events";
import { reachOf } from "@server/domains/meals/reach";
import { startApp, type TestApp } from "@test/support/app";
import { familyClient, type Known } from "@test/support/family";
import { countPortions, mealsClient, wishFor } from "@test/support/meals";

const ROUNDS = 40;
let app: TestApp;
let meals: ReturnType<typeof mealsClient>;
let family: ReturnType<typeof familyClient>;
let menu: MenuDocument;
beforeAll(async () => {
  app = await startApp();
  meals = mealsClient(app);
  family = familyClient(app);
  menu = await buildMenu(app, { dishes: [{ portions: 200 }] });
});
afterAll(() => app.close());

interface Pair {
  readonly elder: Known;
  readonly daughter: Known;
  readonly bondId: string;
}

async function bound(): Promise<Pair> {
  const [elder, daughter] = [await family.elder(), await family.daughter()];
  const { _id: bondId } = await buildBond(app.deps, { elder: elder.id, helper: daughter.id });
  return { elder, daughter, bondId };
}
const actsOf = async ({ elder }: Pair): Promise<string[]> =>
  (await family.acts(elder)).body.data.acts.map(({ sentence }: { sentence: string }) => sentence);
const bookingsOf = async ({ elder }: Pair): Promise<unknown[]> =>
  (await meals.list(elder, { when: "upcoming" })).body.data.bookings;

describe("consent is withdrawn while the daughter books", () => {
  test(`begun after the withdrawal was acknowledged: refused, ${ROUNDS} times of ${ROUNDS}`, async () => {
    const pairs = await Promise.all(Array.from({ length: ROUNDS }, bound));
    const statuses = await Promise.all(
      pairs.map(async ({ elder, daughter, bondId }) => {
        // A request before warms every cache there is: a right that was remembered would show here.
        await meals.list(daughter, { when: "upcoming", elderId: elder.id }).expect(200);
        await family.withdraw(elder, bondId).expect(200);
        return (await meals.book(daughter, wishFor(elder, menu))).status;
      }),
    );
    expect(statuses).toEqual(Array.from({ length: ROUNDS }, () => 404));
    for (const pair of pairs) expect(await bookingsOf(pair)).toEqual([]);
  });

  test("overlapping: either way, and the elder is told of exactly what stands", async () => {
    const pairs = await Promise.all(Array.from({ length: ROUNDS }, bound));
    const before = (await countPortions(menu._id)).held;
    const statuses = await Promise.all(
      pairs.map(async ({ elder, daughter, bondId }) => {
        const [booked] = await Promise.all([
          meals.book(daughter, wishFor(elder, menu)),
          family.withdraw(elder, bondId).expect(200),
        ]);
        return booked.status;
      }),
    );
    await relay({ source: portionEvents, deps: app.deps });
    for (const [n, pair] of pairs.entries()) {
      const isBooked = statuses[n] === 201;
      expect([201, 404]).toContain(statuses[n]);
      expect(await bookingsOf(pair)).toHaveLength(isBooked ? 1 : 0);
      expect((await actsOf(pair)).filter((act) => act.includes("替您订了"))).toHaveLength(isBooked ? 1 : 0);
      expect((await meals.book(pair.daughter, wishFor(pair.elder, menu))).status).toBe(404);
    }
    const yes = statuses.filter((status) => status === 201).length;
    expect((await countPortions(menu._id)).held - before).toBe(yes);
  });

  test("a naive control that remembers the right for a moment books after the acknowledgement", async () => {
    const { elder, daughter, bondId } = await bound();
    const now = app.clock.now();
    const remembered = await reachOf({ actor: daughter, elderId: elder.id, now });
    await family.withdraw(elder, bondId).expect(200);
    const wish = { menuId: menu._id, dishId: menu.dishes[0]?.id ?? "", elderId: elder.id, mode: "eat_in" } as const;
    const relation = remembered.bond?.relation;
    const { booking } = await bookMeal({ wish, actorId: daughter.id, relation, key: "remembered-right", now });
    expect([booking.state, booking.elder]).toEqual(["booked", elder.id]);
  });
});

describe("two who act for one elder", () => {
  test("daughter, son and the elder herself at once: one lunch, and the others hear which", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { elder, daughter } = await bound();
      const son = await family.somebody({ preferredName: "大明" });
      await buildBond(app.deps, { elder: elder.id, helper: son.id, relation: "son" });
      const answers = await Promise.all([daughter, son, elder].map((who) => meals.book(who, wishFor(elder, menu))));
      const booked = answers.filter(({ status }) => status === 201);
      expect(booked).toHaveLength(1);
      const others = answers.filter(({ status }) => status !== 201);
      for (const { body } of others) {
        expect(body.error).toMatchObject({ code: "already_booked", existing: booked[0]?.body.data.id });
      }
    }
  });
});
