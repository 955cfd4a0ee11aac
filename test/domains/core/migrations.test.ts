import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { systemClock } from "@server/core/clock";
import { database } from "@server/core/db/connect";
import { compareIndexes, type WantedIndexes } from "@server/core/db/indexes";
import { takeLease } from "@server/core/db/lease";
import { migrate } from "@server/core/db/migrate";
import { allDomains } from "@server/domains/index";
import { wantedIndexes } from "@server/wanted-indexes";
import { startApp, type TestApp } from "@test/support/app";
import { testClock } from "@test/support/clock";

const wanted = wantedIndexes(allDomains);

describe("migrations", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  test("build every index that core and the domains want, and nothing they do not", async () => {
    expect(await compareIndexes(database(), wanted)).toEqual([]);
    for (const { collection, indexes } of wanted) {
      const names = (await database().collection(collection).listIndexes().toArray()).map(({ name }) => name as string);
      expect(names.filter((name) => name !== "_id_").sort()).toEqual(indexes.map(({ name }) => name).sort());
    }
  });

  test("run once: a second time there is nothing to do", async () => {
    expect(await migrate(app.clock)).toEqual([]);
  });

  test("bear being run again on what they made, as after a crash before they were written down", async () => {
    const files = await database().collection("migrations").countDocuments();
    await database().collection("migrations").deleteMany({});
    expect(await migrate(app.clock)).toHaveLength(files);
    expect(await compareIndexes(database(), wanted)).toEqual([]);
  });

  test("two processes that start at once run each only once", async () => {
    await database().collection("migrations").deleteMany({});
    const [one, other] = await Promise.all([migrate(systemClock), migrate(systemClock)]);
    expect([...one, ...other].length).toBe(await database().collection("migrations").countDocuments());
  });
});

describe("index comparison", () => {
  let app: TestApp;
  const own: WantedIndexes = {
    collection: "compared",
    indexes: [
      { name: "one", key: { a: 1, b: -1 }, unique: true, partialFilterExpression: { c: true }, serves: "a test" },
    ],
  };
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  test.each([
    ["another order of keys", { b: -1, a: 1 }, { unique: true, partialFilterExpression: { c: true } }, /has key/],
    ["another direction", { a: 1, b: 1 }, { unique: true, partialFilterExpression: { c: true } }, /has key/],
    ["not unique", { a: 1, b: -1 }, { partialFilterExpression: { c: true } }, /has unique false instead of true/],
    ["no partial filter", { a: 1, b: -1 }, { unique: true }, /has partialFilterExpression/],
    [
      "another partial filter",
      { a: 1, b: -1 },
      { unique: true, partialFilterExpression: { c: false } },
      /partialFilter/,
    ],
  ] as const)("%s is told in one sentence", async (_, key, options, sentence) => {
    await database()
      .collection("compared")
      .drop()
      .catch(() => undefined);
    await database()
      .collection("compared")
      .createIndex(key, { ...options, name: "one" });
    const differences = await compareIndexes(database(), [own]);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatch(sentence);
  });

  test("a missing index or collection is told with what it serves", async () => {
    await database().collection("compared").drop();
    expect(await compareIndexes(database(), [own])).toEqual(["Index compared.one is missing; it serves: a test."]);
  });

  test("another expiry is told", async () => {
    await database().collection("expiring").createIndex({ at: 1 }, { name: "ttl", expireAfterSeconds: 60 });
    const index = { name: "ttl", key: { at: 1 }, expireAfterSeconds: 0, serves: "a test" } as const;
    expect(await compareIndexes(database(), [{ collection: "expiring", indexes: [index] }])).toEqual([
      "Index expiring.ttl has expireAfterSeconds 60 instead of 0.",
    ]);
  });
});

describe("leases", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  test("one holder at a time, until it releases or the time is over", async () => {
    const clock = testClock();
    const take = () => takeLease({ name: "test", lastsMs: 1_000, clock });
    const first = await take();
    expect(first).not.toBeNull();
    expect(await take()).toBeNull();
    clock.advance(999);
    expect(await first?.renew()).toBe(true);
    clock.advance(999);
    expect(await take()).toBeNull();
    clock.advance(1);
    const second = await take();
    expect(second).not.toBeNull();
    expect(await first?.renew()).toBe(false);
    await first?.release();
    expect(await take()).toBeNull();
    await second?.release();
    expect(await take()).not.toBeNull();
  });

  test("of many who take it at once one gets it", async () => {
    const clock = testClock();
    const taken = await Promise.all(
      Array.from({ length: 20 }, () => takeLease({ name: "crowd", lastsMs: 1_000, clock })),
    );
    expect(taken.filter((lease) => lease !== null)).toHaveLength(1);
  });
});
