import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { commandsDuring, inWords } from "@test/support/commands";
import { bookMeal } from "@server/domains/meals/book-meal";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { PortionModel } from "@server/domains/meals/portion.model";
import { startApp, type TestApp } from "@test/support/app";
import { countPortions, mealsClient, wishFor, type SignedIn } from "@test/support/meals";

let app: TestApp;
let client: ReturnType<typeof mealsClient>;
let people: readonly SignedIn[];
beforeAll(async () => {
  app = await startApp();
  client = mealsClient(app);
  people = await Promise.all(Array.from({ length: 60 }, () => client.elder()));
});
afterAll(() => app.close());

const menuOf = (portions: number, serviceDate: string) => buildMenu(app, { serviceDate, dishes: [{ portions }] });

/** Everybody at once, each under a key of her own, and some of them twice. */
async function rush(menu: Awaited<ReturnType<typeof menuOf>>) {
  const asked = people.map((elder) => ({ elder, key: randomUUID(), wish: wishFor(elder, menu) }));
  const twice = [...asked, ...asked.slice(0, 15)];
  const answers = await Promise.all(twice.map(({ elder, wish, key }) => client.book(elder, wish, key)));
  return { asked, answers, statusOf: (at: number) => answers[at]?.status };
}

describe("a rush for what is soon sold out", () => {
  test("sells each portion once, and each no stands under its key, also of a request that was sent twice", async () => {
    const menu = await menuOf(4, "2026-11-24");
    const { asked, answers, statusOf } = await rush(menu);
    expect(answers.filter(({ status }) => ![201, 409].includes(status))).toEqual([]);
    const sold = asked.filter((_, at) => statusOf(at) === 201);
    expect(sold).toHaveLength(4);
    expect(asked.slice(0, 15).map((_, at) => statusOf(asked.length + at))).toEqual(
      asked.slice(0, 15).map((_, at) => statusOf(at)),
    );
    expect(await countPortions(menu._id)).toEqual({ free: 0, held: 4, refusals: 56 });
    // A portion comes free again: whoever was told no under a key is told no under it, whatever there is now.
    const holder = asked.find((_, at) => statusOf(at) === 201);
    const held = answers[asked.findIndex((one) => one === holder)]?.body.data.id;
    if (holder) expect((await client.cancel(holder.elder, held)).status).toBe(200);
    const refused = asked.filter((_, at) => statusOf(at) === 409).slice(0, 10);
    const again = await Promise.all(refused.map(({ elder, wish, key }) => client.book(elder, wish, key)));
    expect(again.map(({ body }) => body.error?.code)).toEqual(Array(10).fill("meal_sold_out"));
    expect(await countPortions(menu._id)).toMatchObject({ free: 1, held: 3 });
  });

  test("what was sold out and came free is sold to the next who asks; a memory of 'sold out' would have told her no", async () => {
    const menu = await menuOf(1, "2026-11-25");
    const { asked, answers, statusOf } = await rush(menu);
    const winner = asked.findIndex((_, at) => statusOf(at) === 201);
    const remembered = answers.some(({ body }) => body.error?.code === "meal_sold_out");
    const holder = asked[winner];
    if (!holder) throw new Error("nobody booked");
    await client.cancel(holder.elder, answers[winner]?.body.data.id);
    const [next] = asked.filter(({ elder }) => elder !== holder.elder);
    if (!next) throw new Error("nobody is left");
    const { status } = await client.book(next.elder, next.wish);
    expect({ status, naive: remembered ? 409 : 201 }).toEqual({ status: 201, naive: 409 });
    expect(await countPortions(menu._id)).toMatchObject({ free: 0, held: 1 });
  });

  test("costs fewer commands than there are callers, where each for herself takes three or four", async () => {
    const menu = await menuOf(1, "2026-11-26");
    const [first, ...others] = people;
    if (first) await client.book(first, wishFor(first, menu));
    const now = app.clock.now();
    const ask = ({ id }: SignedIn) => {
      const wish = { menuId: menu._id, dishId: menu.dishes[0]?.id ?? "", elderId: id, mode: "eat_in" } as const;
      return bookMeal({ wish, actorId: id, key: randomUUID(), now });
    };
    let outcomes: PromiseSettledResult<unknown>[] = [];
    // The first of them still has to find out that nothing is left.
    await Promise.allSettled([ask(first ?? { id: "", token: "" })]);
    const sent = await commandsDuring(async () => {
      outcomes = await Promise.allSettled(others.map(ask));
    });
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toEqual([]);
    expect({ isFewer: sent.length < others.length, sent: inWords(sent) }).toMatchObject({ isFewer: true });
    expect(await countPortions(menu._id)).toEqual({ free: 0, held: 1, refusals: others.length + 1 });
  });
});

describe("refusals that are written together", () => {
  test("one whose key is known to a portion is not among them: it finds its booking", async () => {
    const menu = await menuOf(1, "2026-11-27");
    const [holder, ...others] = people;
    if (!holder) throw new Error("nobody");
    const key = randomUUID();
    const { body } = await client.book(holder, wishFor(holder, menu), key);
    const crowd = others.map((elder) => client.book(elder, wishFor(elder, menu)));
    const again = await Promise.all([
      ...crowd,
      ...Array.from({ length: 5 }, () => client.book(holder, wishFor(holder, menu), key)),
    ]);
    const own = again.slice(-5).map((answer) => [answer.status, answer.body.data?.id]);
    expect(own).toEqual(Array(5).fill([201, body.data.id]));
    expect(await PortionModel.countDocuments({ sitting: menu._id, keys: body.data.id })).toBe(1);
  });
});
