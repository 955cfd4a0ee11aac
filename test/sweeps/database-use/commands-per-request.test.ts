import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { commandsDuring, inWords } from "@test/support/commands";
import { trusted } from "@server/core/db/trusted";
import { buildBond } from "@server/domains/family/family.builders";
import { buildMenu } from "@server/domains/meals/meals.builders";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { PortionModel } from "@server/domains/meals/portion.model";
import { mealsClient, wishFor, type SignedIn } from "@test/support/meals";
import { send, sweptEndpoints, tokenOf } from "../endpoints/examples";
import { makeWorld, type World } from "../endpoints/world";
import { BOOKING_AT_MOST, budgetOf } from "./budgets";

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
      isWithin: sent.length <= budgetOf(name),
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

describe("commands of acting for somebody", () => {
  test("are the right to it and the names beside those of acting for oneself", async () => {
    const client = mealsClient(world.app);
    const [elder, daughter] = [await client.elder(), await client.elder()];
    await buildBond(world.app.deps, { elder: elder.id, helper: daughter.id });
    const menu = await buildMenu(world.app);
    await warm(daughter.token);
    let bookingId = "";
    const booking = await commandsDuring(async () => {
      bookingId = (await client.book(daughter, wishFor(elder, menu))).body.data.id;
    });
    expect(booking.length).toBeLessThanOrEqual(BOOKING_AT_MOST);
    const reading = await commandsDuring(() => client.read(daughter, bookingId));
    expect(inWords(reading)).toEqual(["find portions", "find bonds", "find people"]);
    const listing = await commandsDuring(() => client.list(daughter, { when: "upcoming", elderId: elder.id }));
    expect(inWords(listing)).toEqual(["find bonds", "find portions", "find people"]);
    const cancelling = await commandsDuring(() => client.cancel(daughter, bookingId));
    expect(cancelling.length).toBeLessThanOrEqual(BOOKING_AT_MOST);
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
  /** Only the first portion stays free: the search begins behind it, unless it draws just that seat, and wraps. */
  const freshButTaken = async () => {
    await fresh(50);
    const behind = { sitting: menu._id, seat: trusted({ $gt: 0 }) };
    await PortionModel.updateMany(behind, { $set: { withdrawn: true } });
  };
  const expectAnswer = async (key: string, wish: object, expected: readonly [number, string | undefined]) => {
    let answer: readonly [number, string | undefined] = [0, undefined];
    const sent = await commandsDuring(async () => {
      const { status, body } = await client.book(elder, wish, key);
      answer = [status, body.error?.code];
    });
    expect(answer).toEqual(expected);
    expect({ isWithin: sent.length <= BOOKING_AT_MOST, sent: inWords(sent) }).toMatchObject({ isWithin: true });
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

  test("the search wraps: booked, and found again, the names of the place not yet known", async () => {
    await freshButTaken();
    const key = randomUUID();
    await expectAnswer(key, wishFor(elder, menu), [201, undefined]);
    await expectAnswer(key, wishFor(elder, menu), [201, undefined]);
  });

  test("the search wraps, and she holds another, told twice", async () => {
    await freshButTaken();
    const elsewhere = await buildMenu(world.app);
    await client.book(elder, wishFor(elder, elsewhere));
    const key = randomUUID();
    await expectAnswer(key, wishFor(elder, menu), [409, "already_booked"]);
    await expectAnswer(key, wishFor(elder, menu), [409, "already_booked"]);
  });

  test("after the cut-off: closed, told twice; what was booked before is found", async () => {
    await fresh(1);
    const [first, second] = [randomUUID(), randomUUID()];
    await client.book(elder, wishFor(elder, menu), first);
    const other = await client.elder();
    await warm(other.token);
    world.app.clock.set("2026-11-22T12:00:00.000Z");
    await expectAnswer(first, wishFor(elder, menu), [201, undefined]);
    elder = other;
    await expectAnswer(second, wishFor(elder, menu), [409, "meal_closed"]);
    await expectAnswer(second, wishFor(elder, menu), [409, "meal_closed"]);
    world.app.clock.set("2026-11-22T02:00:00.000Z");
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
