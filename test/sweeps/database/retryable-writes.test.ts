import { afterAll, describe, expect } from "@jest/globals";
import { Long, MongoClient, type ClientSession, type Document } from "mongodb";
import { lossyProxy } from "@test/support/lossy-proxy";
import { conformanceDatabase, errorCode, ids, statement } from "./conformance";
import { sessionsOf } from "./sessions";

const { name, uri, collection } = await conformanceDatabase();
// A client used for nothing else: its sessions have sent no numbers of their own.
const quiet = await MongoClient.connect(uri);
const open = sessionsOf(quiet);
afterAll(() => quiet.close());

/** One command sent under a transaction number, as the driver does for a retryable write. */
const send = (session: ClientSession, txnNumber: number, command: Document) =>
  quiet.db(name).command({ ...command, txnNumber: Long.fromNumber(txnNumber) }, { session });

describe("retryable writes", () => {
  statement("a repeated insert inserts once and answers the same", async () => {
    const rows = await collection();
    const session = open();
    const insert = { insert: rows.collectionName, documents: [{ _id: 1 }, { _id: 2 }] };
    expect(await send(session, 1, insert)).toMatchObject({ ok: 1, n: 2 });
    const again = await send(session, 1, insert);
    expect(again).toMatchObject({ ok: 1, n: 2 });
    expect(again["writeErrors"]).toBeUndefined();
    expect(await ids(rows, {})).toEqual([1, 2]);
  });

  statement("a repeated $inc counts once", async () => {
    const rows = await collection([{ _id: 1, n: 0 }]);
    const session = open();
    const update = { update: rows.collectionName, updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }] };
    for (let sent = 0; sent < 3; sent += 1) {
      expect(await send(session, 7, update)).toMatchObject({ ok: 1, n: 1, nModified: 1 });
    }
    expect(await rows.findOne({})).toEqual({ _id: 1, n: 1 });
  });

  statement("a repeated upsert tells the same _id", async () => {
    const rows = await collection();
    const session = open();
    const update = { update: rows.collectionName, updates: [{ q: { a: 1 }, u: { $inc: { n: 1 } }, upsert: true }] };
    const first = await send(session, 1, update);
    const again = await send(session, 1, update);
    expect(again["upserted"]).toEqual(first["upserted"]);
    expect(await rows.countDocuments({ n: 1 })).toBe(1);
  });

  statement("a repeated delete deletes one document only", async () => {
    const rows = await collection([{ a: 1 }, { a: 1 }]);
    const session = open();
    const remove = { delete: rows.collectionName, deletes: [{ q: { a: 1 }, limit: 1 }] };
    expect(await send(session, 1, remove)).toMatchObject({ n: 1 });
    expect(await send(session, 1, remove)).toMatchObject({ n: 1 });
    expect(await rows.countDocuments()).toBe(1);
  });

  statement("a repeated findAndModify gives the first document, even when it changed since", async () => {
    const rows = await collection([
      { _id: 1, n: 0 },
      { _id: 2, n: 0 },
    ]);
    const session = open();
    const claim = {
      findAndModify: rows.collectionName,
      query: { n: 0 },
      sort: { _id: 1 },
      update: { $inc: { n: 1 } },
      new: true,
    };
    expect((await send(session, 1, claim))["value"]).toEqual({ _id: 1, n: 1 });
    await rows.updateOne({ _id: 1 }, { $set: { n: 50 } });
    expect((await send(session, 1, claim))["value"]).toEqual({ _id: 1, n: 1 });
    expect(await ids(rows, { n: 0 })).toEqual([2]);
  });

  statement("another number, or another session, is another write", async () => {
    const rows = await collection([{ _id: 1, n: 0 }]);
    const update = { update: rows.collectionName, updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }] };
    const session = open();
    await send(session, 1, update);
    await send(session, 2, update);
    await send(open(), 1, update);
    expect(await rows.findOne({})).toEqual({ _id: 1, n: 3 });
  });

  statement("a number lower than one seen is TransactionTooOld (225)", async () => {
    const rows = await collection();
    const session = open();
    await send(session, 5, { insert: rows.collectionName, documents: [{ _id: 1 }] });
    expect(await errorCode(send(session, 4, { insert: rows.collectionName, documents: [{ _id: 2 }] }))).toBe(225);
    expect(await ids(rows, {})).toEqual([1]);
  });

  statement("of two copies sent at once, one takes effect and both answer yes", async () => {
    const rows = await collection([{ _id: 1, n: 0 }]);
    const session = open();
    const update = { update: rows.collectionName, updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }] };
    const replies = await Promise.all([1, 2, 3, 4].map(() => send(session, 1, update)));
    expect(replies.map((reply) => reply["n"])).toEqual([1, 1, 1, 1]);
    expect(await rows.findOne({})).toEqual({ _id: 1, n: 1 });
  });
});

describe("a lost reply", () => {
  statement("the driver's retry after a broken connection has one effect", async () => {
    const rows = await collection([{ _id: 1, n: 0 }]);
    const proxy = await lossyProxy(uri);
    const through = await MongoClient.connect(proxy.uri, { directConnection: true, retryWrites: true });
    const far = through.db(name).collection<{ _id: number; n: number }>(rows.collectionName);
    proxy.loseNextReplyTo("findAndModify");
    const claimed = await far.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }, { returnDocument: "after" });
    proxy.loseNextReplyTo("update");
    const updated = await far.updateOne({ _id: 1 }, { $inc: { n: 1 } });
    proxy.loseNextReplyTo("insert");
    await far.insertOne({ _id: 2, n: 0 });
    await through.close();
    await proxy.close();
    expect(proxy.lost()).toBe(3);
    expect(claimed).toEqual({ _id: 1, n: 1 });
    expect(updated).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await rows.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 2 },
      { _id: 2, n: 0 },
    ]);
  });
});
