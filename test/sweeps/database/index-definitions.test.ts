import { describe, expect } from "@jest/globals";
import { conformanceDatabase, errorCode, serverError, statement, type Rows } from "./conformance";

const { db, collection } = await conformanceDatabase();
const create = (rows: Rows, ...indexes: object[]) => db.command({ createIndexes: rows.collectionName, indexes });

describe("index definitions", () => {
  statement("every collection has the unique index _id_", async () => {
    const rows = await collection([{ a: 1 }]);
    expect(await rows.indexes()).toEqual([{ v: 2, key: { _id: 1 }, name: "_id_" }]);
  });

  statement("an index without a name is named by its fields and directions", async () => {
    const rows = await collection();
    expect(await rows.createIndex({ a: 1, "b.c": -1 })).toBe("a_1_b.c_-1");
  });

  statement("listIndexes tells the options an index was made with", async () => {
    const rows = await collection();
    await rows.createIndex({ a: 1, b: -1 }, { unique: true, name: "pair", partialFilterExpression: { active: true } });
    await rows.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    await rows.createIndex({ place: "2dsphere" });
    const found = new Map((await rows.indexes()).map((index) => [index.name, index]));
    const pair = { v: 2, key: { a: 1, b: -1 }, name: "pair", unique: true, partialFilterExpression: { active: true } };
    expect(found.get("pair")).toMatchObject(pair);
    expect(found.get("at_1")).not.toHaveProperty("unique");
    expect(Object.keys(found.get("pair")?.key ?? {})).toEqual(["a", "b"]);
    expect(found.get("at_1")).toMatchObject({ v: 2, key: { at: 1 }, name: "at_1", expireAfterSeconds: 60 });
    expect(found.get("place_2dsphere")).toMatchObject({ key: { place: "2dsphere" }, "2dsphereIndexVersion": 3 });
  });

  statement("createIndexes creates the collection and counts indexes before and after", async () => {
    const rows = await collection();
    const reply = await create(rows, { key: { a: 1 }, name: "a_1" }, { key: { b: 1 }, name: "b_1" });
    expect(reply).toMatchObject({
      ok: 1,
      numIndexesBefore: 1,
      numIndexesAfter: 3,
      createdCollectionAutomatically: true,
    });
  });

  statement("creating the same index again changes nothing", async () => {
    const rows = await collection([{ a: 1 }]);
    await rows.createIndex({ a: 1 }, { unique: true });
    const reply = await create(rows, { key: { a: 1 }, name: "a_1", unique: true });
    expect(reply).toMatchObject({ ok: 1, numIndexesBefore: 2, numIndexesAfter: 2 });
    expect(await rows.indexes()).toHaveLength(2);
  });

  statement("the same index under another name is IndexOptionsConflict (85)", async () => {
    const rows = await collection();
    await rows.createIndex({ a: 1 });
    expect(await errorCode(rows.createIndex({ a: 1 }, { name: "other" }))).toBe(85);
  });

  statement("another key under a used name is IndexKeySpecsConflict (86)", async () => {
    const rows = await collection();
    await rows.createIndex({ a: 1 }, { name: "one" });
    expect(await errorCode(rows.createIndex({ b: 1 }, { name: "one" }))).toBe(86);
  });

  statement("the same name and key but unique is IndexKeySpecsConflict (86)", async () => {
    const rows = await collection();
    await rows.createIndex({ a: 1 });
    expect(await errorCode(rows.createIndex({ a: 1 }, { unique: true }))).toBe(86);
  });

  statement("another lifetime for the same TTL index is IndexOptionsConflict (85)", async () => {
    const rows = await collection();
    await rows.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    expect(await errorCode(rows.createIndex({ at: 1 }, { expireAfterSeconds: 61 }))).toBe(85);
  });

  statement("two partial indexes of one key may stand side by side under two names", async () => {
    const rows = await collection();
    await rows.createIndex({ a: 1 }, { name: "x", partialFilterExpression: { x: true } });
    await rows.createIndex({ a: 1 }, { name: "y", partialFilterExpression: { y: true } });
    expect(await rows.indexes()).toHaveLength(3);
  });

  statement("a unique index over documents that break it is 11000 and is not made", async () => {
    const rows = await collection([{ a: 1 }, { a: 1 }]);
    const error = await serverError(rows.createIndex({ a: 1 }, { unique: true }));
    expect(error.code).toBe(11000);
    expect(await rows.indexes()).toHaveLength(1);
  });

  statement("an index over existing documents finds them all", async () => {
    const rows = await collection(Array.from({ length: 3_000 }, (_, n) => ({ _id: n, a: n % 10 })));
    await rows.createIndex({ a: 1 });
    expect(await rows.countDocuments({ a: 3 })).toBe(300);
  });
});

describe("dropping indexes", () => {
  statement("dropIndex removes one index by its name or its key", async () => {
    const rows = await collection([{ a: 1 }]);
    await rows.createIndexes([{ key: { a: 1 } }, { key: { b: 1 } }]);
    await rows.dropIndex("a_1");
    await db.command({ dropIndexes: rows.collectionName, index: { b: 1 } });
    expect(await rows.indexes()).toHaveLength(1);
  });

  statement("dropIndexes * leaves only _id_", async () => {
    const rows = await collection([{ a: 1 }]);
    await rows.createIndexes([{ key: { a: 1 } }, { key: { b: 1 } }]);
    await rows.dropIndexes();
    expect((await rows.indexes()).map((index) => index.name)).toEqual(["_id_"]);
  });

  statement("an unknown index is IndexNotFound (27)", async () => {
    const rows = await collection([{ a: 1 }]);
    expect(await errorCode(rows.dropIndex("absent"))).toBe(27);
  });

  statement("_id_ may not be dropped", async () => {
    const rows = await collection([{ a: 1 }]);
    await serverError(rows.dropIndex("_id_"));
    expect(await rows.indexes()).toHaveLength(1);
  });

  statement("a dropped unique index no longer refuses", async () => {
    const rows = await collection([{ a: 1 }]);
    await rows.createIndex({ a: 1 }, { unique: true });
    await rows.dropIndex("a_1");
    await rows.insertOne({ a: 1 });
    expect(await rows.countDocuments({ a: 1 })).toBe(2);
  });
});

describe("refused definitions", () => {
  const refused: [string, object][] = [
    ["an empty key", { key: {}, name: "x" }],
    ["a direction of 0", { key: { a: 0 }, name: "x" }],
    ["an unknown kind", { key: { a: "sphere9" }, name: "x" }],
    ["a missing name", { key: { a: 1 } }],
    ["an unknown option", { key: { a: 1 }, name: "x", sometimes: true }],
    ["sparse together with partial", { key: { a: 1 }, name: "x", sparse: true, partialFilterExpression: { b: 1 } }],
    ["a lifetime on two fields", { key: { a: 1, b: 1 }, name: "x", expireAfterSeconds: 5 }],
    ["$ne in a partial filter", { key: { a: 1 }, name: "x", partialFilterExpression: { b: { $ne: 1 } } }],
    ["$regex in a partial filter", { key: { a: 1 }, name: "x", partialFilterExpression: { b: /x/ } }],
  ];
  for (const [title, definition] of refused) {
    statement(`${title} is refused and leaves no index`, async () => {
      const rows = await collection([{ a: 1 }]);
      await serverError(create(rows, definition));
      expect(await rows.indexes()).toHaveLength(1);
    });
  }
});
