import { describe, expect } from "@jest/globals";
import { ObjectId, type Document } from "mongodb";
import { conformanceDatabase, errorCode, fieldsOf, ids, statement } from "./conformance";

const { db, collection } = await conformanceDatabase();

/** What an upsert into an empty collection stores, without its `_id`. */
async function upserted(filter: Document, update: Document): Promise<Document> {
  const rows = await collection();
  await rows.updateOne(filter, update, { upsert: true });
  const { _id: _dropped, ...fields } = (await rows.findOne({})) ?? {};
  return fields;
}

describe("upsert", () => {
  statement("an upsert without a match inserts and tells the new _id", async () => {
    const rows = await collection();
    const result = await rows.updateOne({ a: 1 }, { $set: { b: 2 } }, { upsert: true });
    expect(result).toMatchObject({ matchedCount: 0, modifiedCount: 0, upsertedCount: 1 });
    expect(result.upsertedId).toBeInstanceOf(ObjectId);
    expect(await fieldsOf(rows, result.upsertedId ?? 0)).toEqual({ a: 1, b: 2 });
  });

  statement("an upsert with a match updates and inserts nothing", async () => {
    const rows = await collection([{ _id: 1, a: 1 }]);
    const result = await rows.updateOne({ a: 1 }, { $set: { b: 2 } }, { upsert: true });
    expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 1, upsertedCount: 0, upsertedId: null });
    expect(await rows.countDocuments()).toBe(1);
  });

  statement("the new document takes the filter's equalities, also dotted, $eq and inside $and", async () => {
    expect(await upserted({ a: 1, "b.c": 2 }, { $set: { d: 3 } })).toEqual({ a: 1, b: { c: 2 }, d: 3 });
    expect(await upserted({ a: { $eq: 1 }, $and: [{ b: 2 }] }, { $set: { d: 3 } })).toEqual({ a: 1, b: 2, d: 3 });
  });

  statement("conditions that are not equalities leave no field", async () => {
    const filter = { a: { $gt: 1 }, b: { $exists: true }, c: { $in: [1, 2] }, $or: [{ d: 1 }, { d: 2 }] };
    expect(await upserted(filter, { $set: { e: 1 } })).toEqual({ e: 1 });
  });

  statement("the filter's _id becomes the document's", async () => {
    const rows = await collection();
    const result = await rows.updateOne({ _id: "key" }, { $inc: { n: 1 } }, { upsert: true });
    expect(result.upsertedId).toBe("key");
    expect(await fieldsOf(rows, "key")).toEqual({ n: 1 });
  });

  statement("$setOnInsert counts only for the insert", async () => {
    const rows = await collection();
    const update = { $setOnInsert: { made: 1 }, $inc: { n: 1 } };
    await rows.updateOne({ _id: 1 }, update, { upsert: true });
    await rows.updateOne({ _id: 1 }, { ...update, $setOnInsert: { made: 2 } }, { upsert: true });
    expect(await fieldsOf(rows, 1)).toEqual({ made: 1, n: 2 });
  });

  statement("array operators start their array", async () => {
    expect(await upserted({ a: 1 }, { $push: { b: 1 }, $addToSet: { c: 2 } })).toEqual({ a: 1, b: [1], c: [2] });
  });

  statement("updateMany with upsert inserts one document", async () => {
    const rows = await collection();
    expect((await rows.updateMany({ a: 1 }, { $set: { b: 1 } }, { upsert: true })).upsertedCount).toBe(1);
    expect(await rows.countDocuments()).toBe(1);
  });

  statement("an upsert that would break a unique index is 11000", async () => {
    const rows = await collection([{ _id: 1, code: "x" }]);
    await rows.createIndex({ code: 1 }, { unique: true });
    expect(await errorCode(rows.updateOne({ _id: 2 }, { $set: { code: "x" } }, { upsert: true }))).toBe(11000);
  });
});

describe("replacement", () => {
  statement("replaceOne keeps the _id and drops every other field", async () => {
    const rows = await collection([{ _id: 1, a: 1, b: 2 }]);
    expect(await rows.replaceOne({ a: 1 }, { c: 3 })).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await rows.find().toArray()).toEqual([{ _id: 1, c: 3 }]);
  });

  statement("a replacement with another _id is ImmutableField (66)", async () => {
    const rows = await collection([{ _id: 1, a: 1 }]);
    expect(await errorCode(rows.replaceOne({ a: 1 }, { _id: 2, a: 2 }))).toBe(66);
  });

  statement("replaceOne with upsert inserts the replacement under the filter's _id", async () => {
    const rows = await collection();
    await rows.replaceOne({ _id: 5, a: 1 }, { b: 2 }, { upsert: true });
    expect(await rows.find().toArray()).toEqual([{ _id: 5, b: 2 }]);
  });

  statement("a replacement of many is FailedToParse (9)", async () => {
    const rows = await collection([{ a: 1 }]);
    const updates = [{ q: {}, u: { b: 1 }, multi: true }];
    const reply = await db.command({ update: rows.collectionName, updates });
    expect(reply["writeErrors"]).toMatchObject([{ index: 0, code: 9 }]);
  });
});

describe("update by pipeline", () => {
  statement("$set computes from the document itself", async () => {
    const rows = await collection([{ _id: 1, a: 2, b: 3 }]);
    await rows.updateOne({ _id: 1 }, [
      { $set: { total: { $add: ["$a", "$b"] } } },
      { $set: { twice: { $multiply: ["$total", 2] } } },
    ]);
    expect(await fieldsOf(rows, 1)).toEqual({ a: 2, b: 3, total: 5, twice: 10 });
  });

  statement("$unset, $project and $replaceWith shape the document, whose _id stays", async () => {
    const rows = await collection([{ _id: 1, a: { x: 1 }, b: 1, c: 1 }]);
    await rows.updateOne({ _id: 1 }, [{ $unset: "c" }, { $replaceWith: { $mergeObjects: ["$a", { y: 2 }] } }]);
    expect(await fieldsOf(rows, 1)).toEqual({ x: 1, y: 2 });
  });

  statement("$cond in a pipeline changes only what should change", async () => {
    const rows = await collection([
      { _id: 1, n: 1 },
      { _id: 2, n: 5 },
    ]);
    const capped = { $cond: [{ $gt: ["$n", 3] }, 3, "$n"] };
    expect((await rows.updateMany({}, [{ $set: { n: capped } }])).modifiedCount).toBe(1);
    expect(await ids(rows, { n: 3 })).toEqual([2]);
  });

  statement("a pipeline may upsert", async () => {
    const rows = await collection();
    await rows.updateOne({ _id: 1 }, [{ $set: { n: { $add: [{ $ifNull: ["$n", 0] }, 1] } } }], { upsert: true });
    expect(await fieldsOf(rows, 1)).toEqual({ n: 1 });
  });

  statement("a pipeline that changes _id is ImmutableField (66)", async () => {
    const rows = await collection([{ _id: 1 }]);
    expect(await errorCode(rows.updateOne({ _id: 1 }, [{ $set: { _id: 2 } }]))).toBe(66);
  });
});
