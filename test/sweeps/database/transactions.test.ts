import { describe, expect } from "@jest/globals";
import { conformanceDatabase, errorCode, ids, serverError, statement } from "./conformance";
import { begin, sessionsOf } from "./sessions";

const { client, db, collection } = await conformanceDatabase();
const open = sessionsOf(client);

describe("transactions", () => {
  statement("a commit makes all writes visible together", async () => {
    const a = await collection([{ _id: 1, n: 1 }]);
    const b = await collection([{ _id: 1 }]);
    const session = begin(open);
    await a.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session });
    await b.deleteOne({ _id: 1 }, { session });
    await b.insertOne({ _id: 2 }, { session });
    expect([await ids(a, { n: 1 }), await ids(b, {})]).toEqual([[1], [1]]);
    await session.commitTransaction();
    expect([await ids(a, { n: 2 }), await ids(b, {})]).toEqual([[1], [2]]);
  });

  statement("an abort leaves nothing", async () => {
    const rows = await collection([{ _id: 1, n: 1 }, { _id: 2 }]);
    const session = begin(open);
    await rows.insertOne({ _id: 3 }, { session });
    await rows.updateOne({ _id: 1 }, { $set: { n: 9 } }, { session });
    await rows.deleteOne({ _id: 2 }, { session });
    await session.abortTransaction();
    expect(await rows.find().sort({ _id: 1 }).toArray()).toEqual([{ _id: 1, n: 1 }, { _id: 2 }]);
  });

  statement("a transaction reads its own writes, through every way of reading", async () => {
    const rows = await collection([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ]);
    await rows.createIndex({ n: 1 });
    const session = begin(open);
    await rows.insertOne({ _id: 3, n: 5 }, { session });
    await rows.updateOne({ _id: 1 }, { $set: { n: 6 } }, { session });
    await rows.deleteOne({ _id: 2 }, { session });
    expect(
      await rows
        .find({ n: { $gte: 1 } }, { session })
        .sort({ n: 1 })
        .toArray(),
    ).toEqual([
      { _id: 3, n: 5 },
      { _id: 1, n: 6 },
    ]);
    expect(await rows.findOne({ n: 1 }, { session })).toBeNull();
    expect(await rows.countDocuments({}, { session })).toBe(2);
    expect(new Set(await rows.distinct("n", {}, { session }))).toEqual(new Set([5, 6]));
    const sums = await rows.aggregate([{ $group: { _id: null, n: { $sum: "$n" } } }], { session }).toArray();
    expect(sums).toEqual([{ _id: null, n: 11 }]);
    await session.abortTransaction();
  });

  statement("a snapshot hides what others write after the first read", async () => {
    const rows = await collection([
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
    ]);
    const session = begin(open);
    expect(await rows.findOne({ _id: 1 }, { session })).toEqual({ _id: 1, n: 1 });
    await rows.updateMany({}, { $set: { n: 2 } });
    await rows.insertOne({ _id: 3, n: 2 });
    await rows.deleteOne({ _id: 2 });
    expect(await rows.find({}, { session }).sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
    ]);
    await session.commitTransaction();
    expect(await ids(rows, { n: 2 })).toEqual([1, 3]);
  });

  statement("readers outside neither wait for nor see staged writes", async () => {
    const rows = await collection([{ _id: 1, n: 1 }]);
    const session = begin(open);
    await rows.updateOne({ _id: 1 }, { $set: { n: 2 } }, { session });
    await rows.insertOne({ _id: 2 }, { session });
    expect(await rows.find().toArray()).toEqual([{ _id: 1, n: 1 }]);
    await session.commitTransaction();
    expect(await rows.countDocuments()).toBe(2);
  });

  statement("findOneAndUpdate and bulk writes take part", async () => {
    const rows = await collection([{ _id: 1, n: 1 }]);
    const session = begin(open);
    const claimed = await rows.findOneAndUpdate({ n: 1 }, { $set: { n: 2 } }, { session, returnDocument: "after" });
    expect(claimed).toEqual({ _id: 1, n: 2 });
    await rows.bulkWrite([{ insertOne: { document: { _id: 2, n: 2 } } }, { deleteOne: { filter: { _id: 1 } } }], {
      session,
    });
    expect(await ids(rows, {})).toEqual([1]);
    await session.commitTransaction();
    expect(await ids(rows, {})).toEqual([2]);
  });

  statement("a cursor opened in a transaction goes on within its snapshot", async () => {
    const rows = await collection(Array.from({ length: 300 }, (_, n) => ({ _id: n })));
    const session = begin(open);
    const cursor = rows.find({}, { session }).sort({ _id: 1 }).batchSize(50);
    await cursor.next();
    await rows.insertOne({ _id: 999 });
    expect(await cursor.toArray()).toHaveLength(299);
    await session.commitTransaction();
  });

  statement("the first insert of a transaction may create its collection", async () => {
    const rows = await collection();
    const session = begin(open);
    await rows.insertOne({ _id: 1 }, { session });
    await session.commitTransaction();
    expect(await ids(rows, {})).toEqual([1]);
  });

  statement("one session runs several transactions, one after another", async () => {
    const rows = await collection();
    const session = open();
    for (const id of [1, 2, 3]) {
      session.startTransaction();
      await rows.insertOne({ _id: id }, { session });
      if (id === 2) await session.abortTransaction();
      else await session.commitTransaction();
    }
    expect(await ids(rows, {})).toEqual([1, 3]);
  });

  statement("a transaction that wrote nothing commits", async () => {
    const rows = await collection([{ _id: 1 }]);
    const session = begin(open);
    expect(await rows.countDocuments({}, { session })).toBe(1);
    await session.commitTransaction();
  });

  statement("ending a session aborts its open transaction", async () => {
    const rows = await collection([{ _id: 1, n: 1 }]);
    const session = begin(open);
    await rows.updateOne({ _id: 1 }, { $set: { n: 2 } }, { session });
    await session.endSession();
    await rows.updateOne({ _id: 1 }, { $inc: { n: 10 } });
    expect(await rows.findOne({})).toEqual({ _id: 1, n: 11 });
  });

  statement("a commit may be repeated after its reply was lost", async () => {
    const rows = await collection();
    const session = begin(open);
    await rows.insertOne({ _id: 1 }, { session });
    await session.commitTransaction();
    await session.commitTransaction();
    expect(await ids(rows, {})).toEqual([1]);
  });

  statement("a command of a transaction that is not there is NoSuchTransaction (251)", async () => {
    const rows = await collection([{ _id: 1 }]);
    const session = begin(open);
    await rows.insertOne({ _id: 2 }, { session });
    const { txnNumber } = session as unknown as { txnNumber: unknown };
    const lsid = session.id;
    await db
      .admin()
      .command({ abortTransaction: 1, lsid, txnNumber, autocommit: false }, { session })
      .catch(() => undefined);
    const error = await serverError(rows.insertOne({ _id: 3 }, { session }));
    expect(error.code).toBe(251);
    expect(error.hasErrorLabel("TransientTransactionError")).toBe(true);
    await session.abortTransaction();
    expect(await ids(rows, {})).toEqual([1]);
  });

  statement("a failed statement ends the transaction: what follows is 251 and nothing stays", async () => {
    const rows = await collection([{ _id: 1 }]);
    const session = begin(open);
    await rows.insertOne({ _id: 2 }, { session });
    expect(await errorCode(rows.insertOne({ _id: 1 }, { session }))).toBe(11000);
    expect(await errorCode(rows.insertOne({ _id: 3 }, { session }))).toBe(251);
    await session.abortTransaction();
    expect(await ids(rows, {})).toEqual([1]);
  });
});
