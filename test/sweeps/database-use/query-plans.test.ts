import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Document } from "mongodb";
import { database } from "@server/core/db/connect";
import { toCursor } from "@server/core/http/cursor";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { outboxRelay } from "@server/core/outbox/relay";
import { allDomains } from "@server/domains/index";
import { commandsDuring, type SentCommand } from "@test/support/commands";
import { planOf } from "@test/support/explain";
import { mealsClient, wishFor } from "@test/support/meals";
import { startPlatformFake, type PlatformFake } from "@test/support/province-platform-fake";
import { send, sweptEndpoints, tokenOf } from "../endpoints/examples";
import { makeWorld, type World } from "../endpoints/world";
import { fillWithCrowd } from "./crowd";

/**
 * The read that finds what a command works on, without its limit: a planner that counts costs may rightly read a few of
 * many rows without an index; what must be answered is whether an index finds them all.
 */
const reads: Readonly<Record<string, (command: Document) => Document[]>> = {
  find: ({ find, filter, sort }) => [{ find, filter, ...(sort ? { sort } : {}) }],
  findAndModify: ({ findAndModify: find, query: filter, sort }) => [{ find, filter, ...(sort ? { sort } : {}) }],
  aggregate: ({ aggregate, pipeline }) => [{ aggregate, pipeline, cursor: {} }],
  distinct: ({ distinct, key, query }) => [{ distinct, key, query: query ?? {} }],
  count: ({ count, query }) => [{ count, query: query ?? {} }],
  update: ({ update: find, updates }) => updates.map(({ q }: Document) => ({ find, filter: q })),
  delete: ({ delete: find, deletes }) => deletes.map(({ q }: Document) => ({ find, filter: q })),
};
const FINDS_NOTHING = new Set(["insert", "getMore", "killCursors", "endSessions", "commitTransaction"]);

let world: World;
let platform: PlatformFake;
beforeAll(async () => {
  world = await makeWorld();
  platform = await startPlatformFake();
  await fillWithCrowd();
}, 60_000);
afterAll(async () => {
  await world.app.close();
  await platform.stop();
});

async function scansOf(who: string, sent: readonly SentCommand[]): Promise<string[]> {
  const scans: string[] = [];
  for (const { name, collection, command } of sent) {
    if (FINDS_NOTHING.has(name)) continue;
    const read = reads[name];
    if (!read) throw new Error(`no plan known for ${name}`);
    for (const explained of read(command)) {
      const title = `${who}: ${name} ${collection}`;
      const { scansAll } = await planOf(database(), explained);
      if (scansAll) scans.push(`${title} ${JSON.stringify(explained)}`);
    }
  }
  return scans;
}

describe("no request reads a whole collection", () => {
  test.each(sweptEndpoints)("$name", async ({ name, endpoint, example }) => {
    const input = await example(world);
    const token = await tokenOf(world, input);
    const sent = await commandsDuring(async () => {
      expect((await send({ world, endpoint, input, token })).status).toBeLessThan(300);
    });
    expect(await scansOf(name, sent)).toEqual([]);
  });
});

describe("no request of somebody with bookings reads a whole collection", () => {
  const asElder = (path: string, query: Record<string, string>, token: string) =>
    world.app.request.get(path).query(query).set("Authorization", `Bearer ${token}`);

  test("the home page, and a list gone on with", async () => {
    const token = await world.token("elder");
    await world.bookedMeal();
    const cursor = toCursor({ position: world.app.clock.now(), id: "an-id" });
    const sent = await commandsDuring(async () => {
      for (const when of ["upcoming", "past"]) await asElder("/api/meals/bookings", { when, cursor }, token);
      const { body } = await asElder("/api/meals/overview", { communityId: world.communityId }, token);
      expect(body.data.nextBooking).not.toBeNull();
    });
    expect(await scansOf("meals", sent)).toEqual([]);
  });

  test("refusals and repeats of a booking", async () => {
    const client = mealsClient(world.app);
    const menu = await buildMenu(world.app, { dishes: [{ portions: 2 }, { name: "清炖鸡套餐", portions: 0 }] });
    const elder = await client.elder();
    const soldOut = wishFor(elder, menu, { dishId: menu.dishes[1]?.id ?? "" });
    const statuses: number[] = [];
    const sent = await commandsDuring(async () => {
      for (const key of ["a-first-key-of-hers", "a-first-key-of-hers", "a-second-key-of-hers"]) {
        statuses.push((await client.book(elder, wishFor(elder, menu), key)).status);
      }
      for (const key of ["a-third-key-of-hers", "a-third-key-of-hers"]) {
        statuses.push((await client.book(elder, soldOut, key)).status);
      }
    });
    expect(statuses).toEqual([201, 201, 409, 409, 409]);
    expect(await scansOf("meals", sent)).toEqual([]);
  });
});

describe("no job reads a whole collection", () => {
  const outbox = outboxRelay(allDomains.flatMap((domain) => domain.outbox ?? []));
  test.each([outbox, ...allDomains.flatMap(({ jobs }) => jobs)])("$name", async (job) => {
    await world.bookedMeal();
    const { deps } = world.app;
    const sent = await commandsDuring(() => job.run({ ...deps, env: { ...deps.env, provincePlatform: platform } }));
    expect(sent.length).toBeGreaterThan(0);
    expect(await scansOf(job.name, sent)).toEqual([]);
  });
});

test("a query without an index is seen", async () => {
  const sent = await commandsDuring(() => database().collection("portions").findOne({ dishName: "红烧豆腐套餐" }));
  expect(await scansOf("probe", sent)).toHaveLength(1);
});
