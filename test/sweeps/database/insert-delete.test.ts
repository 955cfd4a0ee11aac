import { describe, expect } from "@jest/globals";
import { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp, UUID } from "mongodb";
import { conformanceDatabase, errorCode, ids, serverError, statement } from "./conformance";

const { db, collection } = await conformanceDatabase();

describe("insert", () => {
  statement("insertOne acknowledges and gives the _id", async () => {
    const rows = await collection();
    expect(await rows.insertOne({ _id: 7 })).toEqual({ acknowledged: true, insertedId: 7 });
  });

  statement("the server makes an ObjectId for a document without _id and puts it first", async () => {
    const rows = await collection();
    await db.command({ insert: rows.collectionName, documents: [{ b: 1, a: 2 }] });
    const found = await rows.findOne({});
    expect(found?._id).toBeInstanceOf(ObjectId);
    expect(Object.keys(found ?? {})).toEqual(["_id", "b", "a"]);
  });

  statement("fields keep their order, with _id moved to the front", async () => {
    const rows = await collection();
    await db.command({ insert: rows.collectionName, documents: [{ z: 1, _id: 1, a: { y: 1, b: 2 } }] });
    expect(JSON.stringify(await rows.findOne({}))).toBe('{"_id":1,"z":1,"a":{"y":1,"b":2}}');
  });

  statement("a repeated _id is 11000 with keyPattern and keyValue", async () => {
    const rows = await collection([{ _id: 1 }]);
    const error = await serverError(rows.insertOne({ _id: 1 }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 1 } });
    expect(error.message).toMatch(/^E11000 duplicate key/i);
  });

  statement("an ordered insertMany stops at its first error", async () => {
    const rows = await collection();
    const error = await serverError(rows.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }]));
    expect(error).toMatchObject({ code: 11000, insertedCount: 1 });
    expect(await ids(rows, {})).toEqual([1]);
  });

  statement("an unordered insertMany writes all it can and reports each error with its index", async () => {
    const rows = await collection();
    const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 2 }, { _id: 3 }];
    const error = await serverError(rows.insertMany(documents, { ordered: false }));
    const failed = error["writeErrors"] as { index: number; code: number }[];
    expect(failed.map(({ index, code }) => [index, code])).toEqual([
      [1, 11000],
      [3, 11000],
    ]);
    expect(await ids(rows, {})).toEqual([1, 2, 3]);
  });

  statement("an _id may be a document and is compared as a whole", async () => {
    const rows = await collection([{ _id: { elder: "a", month: 3 } }]);
    expect(await errorCode(rows.insertOne({ _id: { elder: "a", month: 3 } }))).toBe(11000);
    await rows.insertOne({ _id: { elder: "a", month: 4 } });
    expect(await rows.countDocuments({ "_id.elder": "a" })).toBe(2);
  });

  statement("an _id of an array is refused", async () => {
    const rows = await collection();
    await serverError(rows.bulkWrite([{ insertOne: { document: { _id: [1] } } }]));
    expect(await rows.countDocuments()).toBe(0);
  });

  statement("a batch of 5,000 documents is written whole", async () => {
    const rows = await collection(Array.from({ length: 5_000 }, (_, n) => ({ _id: n })));
    expect(await rows.countDocuments()).toBe(5_000);
  });

  statement("every BSON type comes back as it was sent", async () => {
    const document = {
      _id: 1,
      double: new Double(1.5),
      whole: new Double(3),
      int: new Int32(7),
      long: Long.fromString("9007199254740993"),
      decimal: Decimal128.fromString("1.10"),
      text: "一刻 𠮷 😀",
      object: { nested: { deep: [1, [2]] } },
      bytes: new Binary(Buffer.from([0, 1, 255])),
      uuid: new UUID("6b2f6f5e-2b54-4b0a-9f5b-0e8a9d0f3c11").toBinary(),
      id: new ObjectId("0123456789abcdef01234567"),
      yes: true,
      date: new Date("1940-06-03T00:00:00.001Z"),
      nothing: null,
      regex: /^a.b/im,
      timestamp: new Timestamp({ t: 5, i: 9 }),
      min: new MinKey(),
      max: new MaxKey(),
      empty: [],
    };
    const rows = await collection([document]);
    const found = await rows.findOne({}, { promoteValues: false, promoteLongs: false });
    expect(found).toEqual({
      ...document,
      _id: new Int32(1),
      object: { nested: { deep: [new Int32(1), [new Int32(2)]] } },
    });
  });
});

describe("delete", () => {
  statement("deleteOne removes one match, deleteMany all", async () => {
    const rows = await collection([{ a: 1 }, { a: 1 }, { a: 1 }, { a: 2 }]);
    expect(await rows.deleteOne({ a: 1 })).toEqual({ acknowledged: true, deletedCount: 1 });
    expect(await rows.deleteMany({ a: 1 })).toEqual({ acknowledged: true, deletedCount: 2 });
    expect(await rows.countDocuments()).toBe(1);
  });

  statement("deleting what is not there deletes nothing and is no error", async () => {
    const rows = await collection([{ a: 1 }]);
    expect((await rows.deleteOne({ a: 2 })).deletedCount).toBe(0);
  });

  statement("a deleted _id can be inserted again", async () => {
    const rows = await collection([{ _id: 1, a: 1 }]);
    await rows.deleteOne({ _id: 1 });
    await rows.insertOne({ _id: 1, a: 2 });
    expect(await rows.findOne({ _id: 1 })).toEqual({ _id: 1, a: 2 });
  });
});
