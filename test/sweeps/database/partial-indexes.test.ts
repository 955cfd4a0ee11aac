import { describe, expect } from "@jest/globals";
import type { Document } from "mongodb";
import { conformanceDatabase, errorCode, ids, serverError, statement } from "./conformance";

const { collection } = await conformanceDatabase();

async function portions() {
  const rows = await collection();
  await rows.createIndex({ elder: 1 }, { unique: true, partialFilterExpression: { active: true } });
  return rows;
}

describe("partial unique indexes", () => {
  statement("only documents of the filter are compared", async () => {
    const rows = await portions();
    await rows.insertMany([
      { _id: 1, elder: "a" },
      { _id: 2, elder: "a", active: false },
      { _id: 3, elder: "a", active: true },
    ]);
    const error = await serverError(rows.insertOne({ elder: "a", active: true }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { elder: 1 }, keyValue: { elder: "a" } });
  });

  statement("an update into the filter is checked", async () => {
    const rows = await portions();
    await rows.insertMany([
      { _id: 1, elder: "a", active: true },
      { _id: 2, elder: "a" },
    ]);
    expect(await errorCode(rows.updateOne({ _id: 2 }, { $set: { active: true } }))).toBe(11000);
    expect(await ids(rows, { active: true })).toEqual([1]);
  });

  statement("an update out of the filter frees the value", async () => {
    const rows = await portions();
    await rows.insertMany([
      { _id: 1, elder: "a", active: true },
      { _id: 2, elder: "a" },
    ]);
    await rows.updateOne({ _id: 1 }, { $unset: { active: "" } });
    await rows.updateOne({ _id: 2 }, { $set: { active: true } });
    expect(await ids(rows, { active: true })).toEqual([2]);
  });

  statement("a claim by findOneAndUpdate into a taken value is 11000 and claims nothing", async () => {
    const rows = await portions();
    await rows.insertMany([{ _id: 1, elder: "a", active: true }, { _id: 2 }]);
    const claim = rows.findOneAndUpdate({ active: { $exists: false } }, { $set: { elder: "a", active: true } });
    expect(await errorCode(claim)).toBe(11000);
    expect(await ids(rows, { active: { $exists: false } })).toEqual([2]);
  });

  statement("with $exists: true documents without the field never collide", async () => {
    const rows = await collection();
    await rows.createIndex({ keys: 1 }, { unique: true, partialFilterExpression: { keys: { $exists: true } } });
    await rows.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3, keys: ["k"] }]);
    expect(await errorCode(rows.updateOne({ _id: 1 }, { $push: { keys: "k" } } as Document))).toBe(11000);
    await rows.updateOne({ _id: 1 }, { $push: { keys: "other" } } as Document);
    expect(await ids(rows, { keys: { $exists: true } })).toEqual([1, 3]);
  });

  statement("with $exists: true two empty arrays collide", async () => {
    const rows = await collection();
    await rows.createIndex({ keys: 1 }, { unique: true, partialFilterExpression: { keys: { $exists: true } } });
    await rows.insertOne({ _id: 1, keys: [] });
    expect(await errorCode(rows.insertOne({ _id: 2, keys: [] }))).toBe(11000);
  });

  statement("a filter may bound a number or name a type, and join conditions by $and", async () => {
    const rows = await collection();
    const partialFilterExpression = { $and: [{ n: { $gt: 5 } }, { code: { $type: "string" } }] };
    await rows.createIndex({ code: 1 }, { unique: true, partialFilterExpression });
    await rows.insertMany([
      { code: "x", n: 1 },
      { code: "x", n: 6 },
      { code: 7, n: 9 },
      { code: 7, n: 9 },
    ]);
    expect(await errorCode(rows.insertOne({ code: "x", n: 7 }))).toBe(11000);
  });

  statement("existing documents outside the filter do not stop the index from being made", async () => {
    const rows = await collection([{ elder: "a" }, { elder: "a" }, { elder: "a", active: true }]);
    await rows.createIndex({ elder: 1 }, { unique: true, partialFilterExpression: { active: true } });
    expect(await errorCode(rows.insertOne({ elder: "a", active: true }))).toBe(11000);
  });
});

describe("answers beside a partial index", () => {
  statement("a query that does not repeat the filter still finds every document", async () => {
    const rows = await collection([
      { _id: 1, elder: "a", active: true },
      { _id: 2, elder: "a" },
      { _id: 3, elder: "b" },
    ]);
    await rows.createIndex({ elder: 1 }, { partialFilterExpression: { active: true } });
    expect(await ids(rows, { elder: "a" })).toEqual([1, 2]);
    expect(await ids(rows, { elder: "a", active: true })).toEqual([1]);
    expect(await ids(rows, { elder: "a", active: { $ne: true } })).toEqual([2]);
  });
});
