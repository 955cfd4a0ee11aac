import { describe, expect } from "@jest/globals";
import { conformanceDatabase, errorCode, ids, serverError, statement } from "./conformance";
import { begin, isWaiting, sessionsOf } from "./sessions";

const { client, db, collection } = await conformanceDatabase();
const open = sessionsOf(client);

describe("two transactions on one document", () => {
  statement("the second to write fails at once with WriteConflict (112), labelled transient", async () => {
    const rows = await collection([{ _id: 1, n: 0 }]);
    const [first, second] = [begin(open), begin(open)];
    await rows.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: first });
    const error = await serverError(rows.updateOne({ _id: 1 }, { $inc: { n: 10 } }, { session: second }));
    expect(error.code).toBe(112);
    expect(error.codeName).toBe("WriteConflict");
    expect(error.hasErrorLabel("TransientTransactionError")).toBe(true);
    await second.abortTransaction();
    await first.commitTransaction();
    expect(await rows.findOne({})).toEqual({ _id: 1, n: 1 });
  });

  statement("findOneAndUpdate and delete conflict as well", async () => {
    const rows = await collection([{ _id: 1, n: 0 }]);
    const first = begin(open);
    await rows.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: first });
    const second = begin(open);
    expect(await errorCode(rows.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }, { session: second }))).toBe(112);
    await second.abortTransaction();
    const third = begin(open);
    expect(await errorCode(rows.deleteOne({ _id: 1 }, { session: third }))).toBe(112);
    await third.abortTransaction();
    await first.commitTransaction();
  });

  statement("writing what changed since the snapshot is WriteConflict (112)", async () => {
    const rows = await collection([{ _id: 1, n: 0 }]);
    const session = begin(open);
    await rows.findOne({ _id: 1 }, { session });
    await rows.updateOne({ _id: 1 }, { $inc: { n: 1 } });
    expect(await errorCode(rows.updateOne({ _id: 1 }, { $inc: { n: 10 } }, { session }))).toBe(112);
    await session.abortTransaction();
    expect(await rows.findOne({})).toEqual({ _id: 1, n: 1 });
  });

  statement("writes to different documents do not conflict", async () => {
    const rows = await collection([
      { _id: 1, n: 0 },
      { _id: 2, n: 0 },
    ]);
    const [first, second] = [begin(open), begin(open)];
    await rows.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: first });
    await rows.updateOne({ _id: 2 }, { $inc: { n: 1 } }, { session: second });
    await first.commitTransaction();
    await second.commitTransaction();
    expect(await ids(rows, { n: 1 })).toEqual([1, 2]);
  });

  statement("two inserts of one unique value conflict (112), the first commits", async () => {
    const rows = await collection([{ _id: 0, code: "other" }]);
    await rows.createIndex({ code: 1 }, { unique: true });
    const [first, second] = [begin(open), begin(open)];
    await rows.insertOne({ _id: 1, code: "x" }, { session: first });
    expect(await errorCode(rows.insertOne({ _id: 2, code: "x" }, { session: second }))).toBe(112);
    await second.abortTransaction();
    await first.commitTransaction();
    expect(await ids(rows, { code: "x" })).toEqual([1]);
  });

  statement("a unique value that was taken since the snapshot is not taken twice", async () => {
    const rows = await collection([{ _id: 0, code: "other" }]);
    await rows.createIndex({ code: 1 }, { unique: true });
    const session = begin(open);
    await rows.findOne({}, { session });
    await rows.insertOne({ _id: 1, code: "x" });
    expect([112, 11000]).toContain(await errorCode(rows.insertOne({ _id: 2, code: "x" }, { session })));
    await session.abortTransaction();
    expect(await ids(rows, { code: "x" })).toEqual([1]);
  });
});

describe("withTransaction", () => {
  statement("it runs again after a conflict until it commits", async () => {
    const rows = await collection([{ _id: 1, n: 0 }]);
    const add = async () => {
      const session = open();
      await session.withTransaction(async () => {
        const row = await rows.findOne({ _id: 1 }, { session });
        await rows.updateOne({ _id: 1 }, { $set: { n: Number(row?.["n"]) + 1 } }, { session });
      });
    };
    await Promise.all(Array.from({ length: 8 }, add));
    expect(await rows.findOne({})).toEqual({ _id: 1, n: 8 });
  });

  statement("it gives up on an error of the callback and leaves nothing", async () => {
    const rows = await collection();
    const session = open();
    const failing = session.withTransaction(async () => {
      await rows.insertOne({ _id: 1 }, { session });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await rows.countDocuments()).toBe(0);
  });

  statement("parallel transfers keep the sum", async () => {
    const rows = await collection(Array.from({ length: 5 }, (_, n) => ({ _id: n, fen: 1_000 })));
    const transfer = async (_: unknown, n: number) => {
      const session = open();
      await session.withTransaction(async () => {
        await rows.updateOne({ _id: n % 5 }, { $inc: { fen: -10 } }, { session });
        await rows.updateOne({ _id: (n + 1 + (n % 3)) % 5 }, { $inc: { fen: 10 } }, { session });
      });
    };
    await Promise.all(Array.from({ length: 20 }, transfer));
    const sums = await rows.aggregate([{ $group: { _id: null, fen: { $sum: "$fen" } } }]).toArray();
    expect(sums).toEqual([{ _id: null, fen: 5_000 }]);
  });
});

describe("a plain write beside a transaction", () => {
  statement("it waits for the staged document and applies to what the commit left", async () => {
    const rows = await collection([{ _id: 1, n: 1 }]);
    const session = begin(open);
    await rows.updateOne({ _id: 1 }, { $set: { n: 100 } }, { session });
    const plain = rows.updateOne({ _id: 1 }, { $inc: { n: 1 } });
    expect(await isWaiting(plain, client)).toBe(true);
    await session.commitTransaction();
    expect(await plain).toMatchObject({ modifiedCount: 1 });
    expect(await rows.findOne({})).toEqual({ _id: 1, n: 101 });
  });

  statement("after an abort it applies to the document as it was", async () => {
    const rows = await collection([{ _id: 1, n: 1 }]);
    const session = begin(open);
    await rows.updateOne({ _id: 1 }, { $set: { n: 100 } }, { session });
    const plain = rows.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }, { returnDocument: "after" });
    expect(await isWaiting(plain, client)).toBe(true);
    await session.abortTransaction();
    expect(await plain).toEqual({ _id: 1, n: 2 });
  });

  statement("a filter that no longer matches after the commit changes nothing", async () => {
    const rows = await collection([{ _id: 1, free: true }]);
    const session = begin(open);
    await rows.updateOne({ _id: 1 }, { $set: { free: false } }, { session });
    const plain = rows.updateOne({ _id: 1, free: true }, { $set: { taken: true } });
    expect(await isWaiting(plain, client)).toBe(true);
    await session.commitTransaction();
    expect(await plain).toMatchObject({ matchedCount: 0 });
    expect(await rows.findOne({})).toEqual({ _id: 1, free: false });
  });

  statement("a write that waits longer than its maxTimeMS is MaxTimeMSExpired (50)", async () => {
    const rows = await collection([{ _id: 1, n: 1 }]);
    const session = begin(open);
    await rows.updateOne({ _id: 1 }, { $set: { n: 2 } }, { session });
    const updates = [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }];
    expect(await errorCode(db.command({ update: rows.collectionName, updates, maxTimeMS: 150 }))).toBe(50);
    await session.commitTransaction();
    expect(await rows.findOne({})).toEqual({ _id: 1, n: 2 });
  });
});
