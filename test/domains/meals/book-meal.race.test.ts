import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { database } from "@server/core/db/connect";
import { buildMenu } from "@server/domains/meals/meals.builders";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { startApp, type TestApp } from "@test/support/app";
import { httpClient, listening, type HttpAnswer, type HttpClient } from "@test/support/listening";
import { countPortions, wishFor, type SignedIn } from "@test/support/meals";
import { probeSessions } from "@test/support/probe-domain";

const REQUESTS = 2_000;
const PORTIONS = 100;
const { findActor, signIn } = probeSessions();
const elders = Array.from({ length: REQUESTS }, (_, n): SignedIn => ({
  id: `elder-${n}`,
  token: signIn(`elder-${n}`),
}));
let app: TestApp;
let server: Awaited<ReturnType<typeof listening>>;
let http: HttpClient;
beforeAll(async () => {
  app = await startApp({ findActor });
  server = await listening(app.handler);
  http = httpClient(server);
});
afterAll(async () => {
  http.close();
  await server.close();
  await app.close();
});

const book = (elder: SignedIn, menu: MenuDocument, key: string = randomUUID()) =>
  http.post({ path: "/api/meals/bookings", token: elder.token, key, body: wishFor(elder, menu) });

/** As the app does when it is told to try again: the same request under the same key, until the answer is definite. */
async function bookUntilDefinite(elder: SignedIn, menu: MenuDocument): Promise<HttpAnswer> {
  const key = randomUUID();
  const answer = await book(elder, menu, key);
  return answer.status === 503 ? book(elder, menu, key) : answer;
}

const idOf = ({ body }: HttpAnswer) => (body.data as { id: string }).id;
const codesOf = (answers: readonly HttpAnswer[]) => {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const name = `${status} ${body.error?.code ?? "booked"}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

/** What not to do: count, then insert. It stands here to prove that the crowd would break a guard that can be broken. */
async function bookNaively(elder: SignedIn): Promise<void> {
  const bookings = database().collection("naive_bookings");
  if ((await bookings.countDocuments({})) < PORTIONS) await bookings.insertOne({ elder: elder.id });
}

describe("R-B1: one hot dish", () => {
  test(`${REQUESTS} requests for ${PORTIONS} portions book exactly ${PORTIONS}; a naive control oversells`, async () => {
    const menu = await buildMenu(app, { dishes: [{ portions: PORTIONS }] });
    const answers = await Promise.all(elders.map((elder) => book(elder, menu)));
    expect(codesOf(answers)).toEqual({
      "201 booked": PORTIONS,
      "409 meal_sold_out": REQUESTS - PORTIONS,
    });
    expect(new Set(answers.filter(({ status }) => status === 201).map(idOf)).size).toBe(PORTIONS);
    expect(await countPortions(menu._id)).toEqual({ free: 0, held: PORTIONS, refusals: REQUESTS - PORTIONS });

    await Promise.all(elders.map(bookNaively));
    expect(await database().collection("naive_bookings").countDocuments({})).toBeGreaterThan(PORTIONS);
  }, 120_000);

  test("R-B3, R-B6: each request up to three times at once: one effect, one answer, no refused key held", async () => {
    const menu = await buildMenu(app, { serviceDate: "2026-11-25", dishes: [{ portions: 50 }] });
    const sent = await Promise.all(
      elders.slice(0, 300).map(async (elder, n) => {
        const key = randomUUID();
        return Promise.all(Array.from({ length: 1 + (n % 3) }, () => book(elder, menu, key)));
      }),
    );
    for (const copies of sent) expect(Object.keys(codesOf(copies))).toHaveLength(1);
    expect(sent.filter(([first]) => first?.status === 201)).toHaveLength(50);
    expect(await countPortions(menu._id)).toEqual({ free: 0, held: 50, refusals: 250 });
  }, 60_000);
});

describe("R-B2: one person, one meal", () => {
  test("of 50 requests at once over two care points exactly one books, and the others say which", async () => {
    const serviceDate = "2026-11-24";
    const menus = [await buildMenu(app, { serviceDate }), await buildMenu(app, { serviceDate })] as const;
    const [elder] = elders;
    if (!elder) throw new Error("no elder");
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => bookUntilDefinite(elder, menus[n % 2 === 0 ? 0 : 1])),
    );
    expect(codesOf(answers)).toEqual({ "201 booked": 1, "409 already_booked": 49 });
    const id = answers.filter(({ status }) => status === 201).map(idOf)[0];
    for (const { body } of answers) if (body.error) expect(body.error).toMatchObject({ existing: id });
    expect(await PortionModel.countDocuments({ elder: elder.id, date: serviceDate, active: true })).toBe(1);
  });
});

describe("R-B8: codes", () => {
  test("the holders of a sitting have a code each, all different", async () => {
    const menu = await buildMenu(app, { serviceDate: "2026-11-26", dishes: [{ portions: 300 }] });
    const answers = await Promise.all(elders.slice(0, 300).map((elder) => book(elder, menu)));
    const codes = answers.map(({ body }) => (body.data as { code: string }).code);
    expect(new Set(codes).size).toBe(300);
  }, 60_000);
});
