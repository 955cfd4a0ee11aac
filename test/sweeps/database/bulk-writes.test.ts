import { describe, expect } from "@jest/globals";
import { MongoBulkWriteError, type AnyBulkWriteOperation, type BulkWriteOptions } from "mongodb";
import { conformanceDatabase, ids, statement, type Row, type Rows } from "./conformance";

const { db, collection } = await conformanceDatabase();

async function bulkError(rows: Rows, operations: AnyBulkWriteOperation<Row>[], options: BulkWriteOptions = {}) {
  const outcome: unknown = await rows.bulkWrite(operations, options).catch((error: unknown) => error);
  if (outcome instanceof MongoBulkWriteError) return outcome;
  throw new Error("expected a MongoBulkWriteError");
}

describe("bulk writes", () => {
  statement("a mixed bulk write runs in order and counts each kind", async () => {
    const rows = await collection([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    const result = await rows.bulkWrite([
      { insertOne: { document: { _id: 3, a: 1 } } },
      { updateMany: { filter: { a: 1 }, update: { $set: { a: 2 } } } },
      { updateOne: { filter: { _id: 9 }, update: { $set: { a: 9 } }, upsert: true } },
      { replaceOne: { filter: { _id: 1 }, replacement: { b: 1 } } },
      { deleteOne: { filter: { _id: 2 } } },
      { deleteMany: { filter: { a: 9 } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 1,
      matchedCount: 4,
      modifiedCount: 4,
      upsertedCount: 1,
      deletedCount: 2,
    });
    expect(await rows.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, b: 1 },
      { _id: 3, a: 2 },
    ]);
  });

  statement("an ordered bulk write stops at the first error and keeps what came before", async () => {
    const rows = await collection();
    const error = await bulkError(rows, [
      { insertOne: { document: { _id: 1 } } },
      { insertOne: { document: { _id: 1 } } },
      { insertOne: { document: { _id: 2 } } },
    ]);
    expect(error.code).toBe(11000);
    expect(error.result.insertedCount).toBe(1);
    expect(await ids(rows, {})).toEqual([1]);
  });

  statement("an unordered bulk write goes on and names every failed operation", async () => {
    const rows = await collection([{ _id: 1 }]);
    const operations: AnyBulkWriteOperation<Row>[] = [
      { insertOne: { document: { _id: 1 } } },
      { insertOne: { document: { _id: 2 } } },
      { updateOne: { filter: { _id: 2 }, update: { $inc: { n: 1 } } } },
      { insertOne: { document: { _id: 2 } } },
    ];
    const error = await bulkError(rows, operations, { ordered: false });
    const failed = [error.writeErrors].flat().map(({ index, code }) => [index, code]);
    expect(failed).toEqual([
      [0, 11000],
      [3, 11000],
    ]);
    expect(await ids(rows, {})).toEqual([1, 2]);
  });

  statement("write errors carry index, code, keyPattern and keyValue in the reply", async () => {
    const rows = await collection([{ _id: 1 }]);
    const reply = await db.command({ insert: rows.collectionName, documents: [{ _id: 2 }, { _id: 1 }, { _id: 3 }] });
    expect(reply).toMatchObject({ ok: 1, n: 1 });
    expect(reply["writeErrors"]).toMatchObject([
      { index: 1, code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 1 } },
    ]);
    expect(reply["writeErrors"][0].errmsg).toMatch(/^E11000/);
  });

  statement("an update statement that fails leaves the statements before it done", async () => {
    const rows = await collection([
      { _id: 1, a: 1 },
      { _id: 2, a: "x" },
      { _id: 3, a: 1 },
    ]);
    const updates = [1, 2, 3].map((id) => ({ q: { _id: id }, u: { $inc: { a: 1 } } }));
    const reply = await db.command({ update: rows.collectionName, updates });
    expect(reply).toMatchObject({ n: 1, nModified: 1 });
    expect(reply["writeErrors"]).toMatchObject([{ index: 1, code: 14 }]);
    expect(await ids(rows, { a: 2 })).toEqual([1]);
  });

  statement("several upserts of one command tell their index and _id", async () => {
    const rows = await collection([{ _id: 2 }]);
    const updates = [1, 2, 3].map((id) => ({ q: { _id: id }, u: { $set: { a: 1 } }, upsert: true }));
    const reply = await db.command({ update: rows.collectionName, updates });
    expect(reply).toMatchObject({ n: 3, nModified: 1 });
    expect(reply["upserted"]).toEqual([
      { index: 0, _id: 1 },
      { index: 2, _id: 3 },
    ]);
  });

  statement("a multi-document update that fails midway is no half update of one document", async () => {
    const rows = await collection([
      { _id: 1, a: 1 },
      { _id: 2, a: "x" },
    ]);
    await rows.updateMany({}, { $inc: { a: 1 }, $set: { b: 1 } }).catch(() => undefined);
    expect(await rows.findOne({ _id: 2 })).toEqual({ _id: 2, a: "x" });
  });

  statement("ten thousand updates in one bulk write are all done", async () => {
    const rows = await collection(Array.from({ length: 100 }, (_, n) => ({ _id: n, n: 0 })));
    const operations = Array.from({ length: 10_000 }, (_, n) => ({
      updateOne: { filter: { _id: n % 100 }, update: { $inc: { n: 1 } } },
    }));
    expect((await rows.bulkWrite(operations, { ordered: false })).modifiedCount).toBe(10_000);
    expect(await rows.countDocuments({ n: 100 })).toBe(100);
  });
});
