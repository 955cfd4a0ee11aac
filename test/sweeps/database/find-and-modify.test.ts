import { describe, expect } from "@jest/globals";
import { conformanceDatabase, errorCode, ids, serverError, statement } from "./conformance";

const { db, collection } = await conformanceDatabase();

describe("findOneAndUpdate", () => {
  statement("it returns the document before the update unless asked for after", async () => {
    const rows = await collection([{ _id: 1, n: 1 }]);
    expect(await rows.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } })).toEqual({ _id: 1, n: 1 });
    const after = await rows.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }, { returnDocument: "after" });
    expect(after).toEqual({ _id: 1, n: 3 });
  });

  statement("no match returns null and changes nothing", async () => {
    const rows = await collection([{ _id: 1, n: 1 }]);
    expect(await rows.findOneAndUpdate({ n: 5 }, { $set: { n: 6 } }, { returnDocument: "after" })).toBeNull();
    expect(await ids(rows, { n: 1 })).toEqual([1]);
  });

  statement("sort chooses among several matches", async () => {
    const rows = await collection([
      { _id: 1, seat: 3, active: true },
      { _id: 2, seat: 1, active: true },
      { _id: 3, seat: 2, active: true },
    ]);
    const take = { $set: { active: false } };
    expect((await rows.findOneAndUpdate({ active: true }, take, { sort: { seat: 1 } }))?._id).toBe(2);
    expect((await rows.findOneAndUpdate({ active: true }, take, { sort: { seat: -1 } }))?._id).toBe(1);
  });

  statement("projection shapes what is returned, not what is stored", async () => {
    const rows = await collection([{ _id: 1, a: 1, secret: "s" }]);
    const options = { projection: { _id: 0, a: 1 }, returnDocument: "after" } as const;
    expect(await rows.findOneAndUpdate({ _id: 1 }, { $set: { a: 2 } }, options)).toEqual({ a: 2 });
    expect(await rows.findOne({})).toEqual({ _id: 1, a: 2, secret: "s" });
  });

  statement("upsert returns null before and the new document after", async () => {
    const rows = await collection();
    const update = { $setOnInsert: { n: 1 } };
    expect(await rows.findOneAndUpdate({ _id: 1 }, update, { upsert: true })).toBeNull();
    const after = await rows.findOneAndUpdate({ _id: 2 }, update, { upsert: true, returnDocument: "after" });
    expect(after).toEqual({ _id: 2, n: 1 });
  });

  statement("lastErrorObject tells an update from an upsert", async () => {
    const rows = await collection([{ _id: 1 }]);
    const options = { upsert: true, includeResultMetadata: true } as const;
    const updated = await rows.findOneAndUpdate({ _id: 1 }, { $set: { a: 1 } }, options);
    expect(updated.lastErrorObject).toMatchObject({ n: 1, updatedExisting: true });
    const made = await rows.findOneAndUpdate({ _id: 2 }, { $set: { a: 1 } }, options);
    expect(made.lastErrorObject).toMatchObject({ n: 1, updatedExisting: false, upserted: 2 });
  });

  statement("the filter's positional match and arrayFilters work as in update", async () => {
    const rows = await collection([{ _id: 1, a: [{ id: 1 }, { id: 2 }] }]);
    await rows.findOneAndUpdate({ "a.id": 2 }, { $set: { "a.$.done": true } });
    const arrayFilters = [{ "x.id": 1 }];
    const after = await rows.findOneAndUpdate(
      { _id: 1 },
      { $set: { "a.$[x].done": false } },
      { arrayFilters, returnDocument: "after" },
    );
    expect(after?.["a"]).toEqual([
      { id: 1, done: false },
      { id: 2, done: true },
    ]);
  });

  statement("an update by pipeline sees the document's own fields", async () => {
    const rows = await collection([{ _id: 1, n: 2 }]);
    const update = [{ $set: { n: { $multiply: ["$n", 10] } } }];
    expect(await rows.findOneAndUpdate({}, update, { returnDocument: "after" })).toEqual({ _id: 1, n: 20 });
  });

  const breakUniqueIndex = async () => {
    const rows = await collection([
      { _id: 1, code: "x" },
      { _id: 2, code: "y" },
    ]);
    await rows.createIndex({ code: 1 }, { unique: true });
    const error = await serverError(rows.findOneAndUpdate({ _id: 2 }, { $set: { code: "x" } }));
    return { rows, error };
  };

  statement("findOneAndUpdate that breaks a unique index is 11000 and changes nothing", async () => {
    const { rows, error } = await breakUniqueIndex();
    expect(error.code).toBe(11000);
    expect(await ids(rows, { code: "y" })).toEqual([2]);
  });

  statement("the 11000 of findOneAndUpdate carries keyPattern and keyValue", async () => {
    const { error } = await breakUniqueIndex();
    expect(error).toMatchObject({ keyPattern: { code: 1 }, keyValue: { code: "x" } });
  });
});

describe("findOneAndDelete, findOneAndReplace", () => {
  statement("findOneAndDelete returns and removes the first by sort", async () => {
    const rows = await collection([
      { _id: 1, n: 2 },
      { _id: 2, n: 1 },
    ]);
    expect(await rows.findOneAndDelete({}, { sort: { n: 1 } })).toEqual({ _id: 2, n: 1 });
    expect(await ids(rows, {})).toEqual([1]);
    expect(await rows.findOneAndDelete({ n: 9 })).toBeNull();
  });

  statement("findOneAndReplace keeps the _id", async () => {
    const rows = await collection([{ _id: 1, a: 1 }]);
    const after = await rows.findOneAndReplace({ a: 1 }, { b: 2 }, { returnDocument: "after" });
    expect(after).toEqual({ _id: 1, b: 2 });
  });

  statement("findOneAndReplace with upsert inserts the replacement", async () => {
    const rows = await collection();
    await rows.findOneAndReplace({ _id: 4 }, { b: 2 }, { upsert: true });
    expect(await rows.findOne({})).toEqual({ _id: 4, b: 2 });
  });

  statement("remove together with update, or with new, is FailedToParse (9)", async () => {
    const rows = await collection([{ _id: 1 }]);
    const findAndModify = rows.collectionName;
    expect(await errorCode(db.command({ findAndModify, remove: true, update: { $set: { a: 1 } } }))).toBe(9);
    expect(await errorCode(db.command({ findAndModify, remove: true, new: true }))).toBe(9);
    expect(await errorCode(db.command({ findAndModify, query: {} }))).toBe(9);
  });
});
