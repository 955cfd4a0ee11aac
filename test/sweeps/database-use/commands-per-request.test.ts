import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { commandsDuring, inWords } from "@test/support/commands";
import type { contracts } from "@shared/domains/index";
import { buildMenu } from "@server/domains/meals/meals.builders";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { mealsClient, wishFor, type SignedIn } from "@test/support/meals";
import { send, sweptEndpoints, tokenOf } from "../endpoints/examples";
import { makeWorld, type World } from "../endpoints/world";

type Contracts = typeof contracts;

/** Commands a request may cost with its session in the cache, where it is known better than by the general rule. */
const budgets: { readonly [D in keyof Contracts]?: { readonly [K in keyof Contracts[D]["endpoints"]]: number } } = {
  accounts: {
    signInWithWechat: 6,
    sendLoginCode: 3,
    signInWithCode: 4,
    signInAsStaff: 8,
    listDemoPeople: 1,
    signInAsDemoPerson: 2,
    getMe: 1,
    completeOnboarding: 1,
    chooseCommunity: 1,
    signOut: 1,
    // The read is written down before it happens.
    findResidents: 1 + 1,
    registerResident: 2,
    issueLoginCode: 3,
  },
  regions: { listRegions: 1 },
  "care-points": { listCarePoints: 1, getCarePoint: 2 },
  meals: {
    getMealOverview: 4,
    getMenu: 2,
    // The limit that holds across processes costs one more.
    bookMeal: 2 + 1,
    cancelMealBooking: 5,
    getMealBooking: 2,
    listMealBookings: 1,
  },
};
/** Booking when the search for a seat wraps or the answer was given before, with the limit. */
const NOT_SIMPLY_BOOKED = 7;

/** Performance.md, rule 10: a detail at most 2, a write at most 5. */
const GENERAL = { GET: 2, POST: 5 } as const;

const budgetOf = ({ name, method }: { name: string; method: "GET" | "POST" }): number => {
  const [domain = "", key = ""] = name.split(".");
  const known: Readonly<Record<string, Readonly<Record<string, number>>>> = budgets;
  return known[domain]?.[key] ?? GENERAL[method];
};

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.app.close());

/** Brings the session into the cache, as the request before does in life. */
const warm = (token: string) => world.app.request.get("/api/accounts/me").set("Authorization", `Bearer ${token}`);

describe("commands per request", () => {
  test.each(sweptEndpoints)("$name stays within its budget", async ({ name, endpoint, example }) => {
    const input = await example(world);
    const token = await tokenOf(world, input);
    if (token !== null) await warm(token);
    let status = 0;
    const sent = await commandsDuring(async () => {
      ({ status } = await send({ world, endpoint, input, token }));
    });
    expect({ name, isAnswered: status < 300 }).toEqual({ name, isAnswered: true });
    expect({
      name,
      isWithin: sent.length <= budgetOf({ name, method: endpoint.method }),
      sent: inWords(sent),
    }).toMatchObject({ isWithin: true });
  });
});

describe("commands of the home page of somebody with bookings", () => {
  test("are hers, the sittings, the menus and at most the places", async () => {
    const client = mealsClient(world.app);
    const elder = await client.elder();
    const { carePointId, communityId } = world;
    const past = await buildMenu(world.app, { carePointId, serviceDate: "2026-11-26" });
    await client.book(elder, wishFor(elder, past));
    world.app.clock.set("2026-11-26T06:00:00.000Z");
    const next = await buildMenu(world.app, { carePointId, serviceDate: "2026-11-28", meal: "dinner" });
    await client.book(elder, wishFor(elder, next));
    const ask = () =>
      world.app.request.get("/api/meals/overview").query({ communityId }).set("Authorization", `Bearer ${elder.token}`);
    await ask();
    const sent = await commandsDuring(async () => {
      const { body } = await ask();
      expect(body.data.nextBooking).not.toBeNull();
      expect(body.data.repeat).not.toBeNull();
    });
    expect(inWords(sent)).toEqual(["find portions", "find menus", "find menus"]);
    world.app.clock.set("2026-11-22T02:00:00.000Z");
  });
});

describe("commands of a booking that is not simply booked", () => {
  let client: ReturnType<typeof mealsClient>;
  let elder: SignedIn;
  let menu: MenuDocument;
  beforeAll(() => {
    client = mealsClient(world.app);
  });

  const fresh = async (portions: number) => {
    elder = await client.elder();
    menu = await buildMenu(world.app, { dishes: [{ portions }] });
    await warm(elder.token);
  };
  const expectAnswer = async (key: string, wish: object, expected: readonly [number, string | undefined]) => {
    let answer: readonly [number, string | undefined] = [0, undefined];
    const sent = await commandsDuring(async () => {
      const { status, body } = await client.book(elder, wish, key);
      answer = [status, body.error?.code];
    });
    expect(answer).toEqual(expected);
    expect({ isWithin: sent.length <= NOT_SIMPLY_BOOKED, sent: inWords(sent) }).toMatchObject({ isWithin: true });
  };

  test("sold out, told twice", async () => {
    await fresh(1);
    const other = await client.elder();
    await client.book(other, wishFor(other, menu));
    const key = randomUUID();
    await expectAnswer(key, wishFor(elder, menu), [409, "meal_sold_out"]);
    await expectAnswer(key, wishFor(elder, menu), [409, "meal_sold_out"]);
  });

  test("holding another, told twice", async () => {
    await fresh(20);
    await client.book(elder, wishFor(elder, menu));
    const key = randomUUID();
    await expectAnswer(key, wishFor(elder, menu), [409, "already_booked"]);
    await expectAnswer(key, wishFor(elder, menu), [409, "already_booked"]);
  });

  test("the same key: a retry, a late retry after the cancel, another body", async () => {
    await fresh(20);
    const key = randomUUID();
    const { body } = await client.book(elder, wishFor(elder, menu), key);
    await expectAnswer(key, wishFor(elder, menu), [201, undefined]);
    await expectAnswer(key, wishFor(elder, menu, { mode: "pick_up" }), [422, "key_reused"]);
    await client.cancel(elder, body.data.id);
    await expectAnswer(key, wishFor(elder, menu), [200, undefined]);
  });
});
