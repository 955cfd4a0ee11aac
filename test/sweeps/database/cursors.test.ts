import { afterAll, describe, expect } from "@jest/globals";
import { Long, type Document } from "mongodb";
import { conformanceDatabase, errorCode, statement } from "./conformance";

const { client, db, collection } = await conformanceDatabase();
const rows = await collection(Array.from({ length: 250 }, (_, n) => ({ _id: n, even: n % 2 === 0 })));
const session = client.startSession();
afterAll(() => session.endSession());

const run = (command: Document) => db.command(command, { session, promoteLongs: false });
const open = async (batchSize: number, more: Document = {}): Promise<{ id: Long; firstBatch: Document[] }> => {
  const reply = await run({ find: rows.collectionName, batchSize, ...more });
  return reply["cursor"];
};
const getMore = (id: Long, batchSize?: number) =>
  run({ getMore: id, collection: rows.collectionName, ...(batchSize === undefined ? {} : { batchSize }) });

describe("cursors", () => {
  statement("the first batch holds 101 documents unless told otherwise", async () => {
    const reply = await run({ find: rows.collectionName });
    expect(reply["cursor"].firstBatch).toHaveLength(101);
    expect(reply["cursor"].id.isZero()).toBe(false);
    await run({ killCursors: rows.collectionName, cursors: [reply["cursor"].id] });
  });

  statement("getMore continues where the batch before it ended, until the id is 0", async () => {
    const { id, firstBatch } = await open(100);
    const second = await getMore(id, 100);
    const third = await getMore(id, 100);
    const batches: Document[][] = [firstBatch, second["cursor"].nextBatch, third["cursor"].nextBatch];
    expect(batches.map((batch) => batch.length)).toEqual([100, 100, 50]);
    expect(new Set(batches.flat().map((row) => row["_id"])).size).toBe(250);
    expect(Number(third["cursor"].id)).toBe(0);
  });

  statement("a getMore without batchSize gives all the rest", async () => {
    const { id } = await open(10);
    const reply = await getMore(id);
    expect(reply["cursor"].nextBatch).toHaveLength(240);
  });

  statement("a result that fits one batch leaves no cursor", async () => {
    const { id, firstBatch } = await open(1000);
    expect(firstBatch).toHaveLength(250);
    expect(Number(id)).toBe(0);
  });

  statement("batchSize 0 opens a cursor without documents", async () => {
    const { id, firstBatch } = await open(0);
    expect(firstBatch).toEqual([]);
    expect((await getMore(id, 3))["cursor"].nextBatch).toHaveLength(3);
    await run({ killCursors: rows.collectionName, cursors: [id] });
  });

  statement("limit ends the result, over several batches too", async () => {
    const { id } = await open(10, { limit: 15 });
    const reply = await getMore(id, 10);
    expect(reply["cursor"].nextBatch).toHaveLength(5);
    expect(Number(reply["cursor"].id)).toBe(0);
  });

  statement("singleBatch closes the cursor after the first batch", async () => {
    const { id, firstBatch } = await open(10, { singleBatch: true });
    expect(firstBatch).toHaveLength(10);
    expect(Number(id)).toBe(0);
  });

  statement("getMore of an unknown cursor is CursorNotFound (43)", async () => {
    expect(await errorCode(getMore(Long.fromString("123456789")))).toBe(43);
  });

  statement("killCursors ends a cursor and tells which it did not find", async () => {
    const { id } = await open(10);
    const unknown = Long.fromString("123456789");
    const reply = await run({ killCursors: rows.collectionName, cursors: [id, unknown] });
    expect(reply["cursorsKilled"].map(String)).toEqual([String(id)]);
    expect(reply["cursorsNotFound"].map(String)).toEqual([String(unknown)]);
    expect(await errorCode(getMore(id))).toBe(43);
  });

  statement("a cursor that gave its last document is gone (43)", async () => {
    const { id } = await open(200);
    await getMore(id, 200);
    expect(await errorCode(getMore(id))).toBe(43);
  });

  statement("a client that closes its cursor early ends it on the server", async () => {
    const cursor = rows.find().batchSize(5);
    expect(await cursor.next()).not.toBeNull();
    const id = cursor.id ?? Long.ZERO;
    await cursor.close();
    expect(await errorCode(getMore(id))).toBe(43);
  });

  statement("iteration over small batches meets every document once", async () => {
    const seen = new Set<unknown>();
    for await (const row of rows.find().batchSize(7)) seen.add(row._id);
    expect(seen.size).toBe(250);
  });

  statement("a sorted cursor keeps its order over many batches", async () => {
    const seen: unknown[] = [];
    for await (const row of rows.find().sort({ _id: -1 }).batchSize(7)) seen.push(row._id);
    expect(seen).toEqual(Array.from({ length: 250 }, (_, n) => 249 - n));
  });

  statement("aggregate answers through cursors as well", async () => {
    const reply = await run({
      aggregate: rows.collectionName,
      pipeline: [{ $match: { even: true } }],
      cursor: { batchSize: 100 },
    });
    expect(reply["cursor"].firstBatch).toHaveLength(100);
    expect((await getMore(reply["cursor"].id))["cursor"].nextBatch).toHaveLength(25);
  });

  statement("a result of more than 16 MB arrives whole, in several batches", async () => {
    const heavy = await collection();
    const text = "x".repeat(1_000_000);
    for (let n = 0; n < 20; n += 1) await heavy.insertOne({ _id: n, text });
    const found = await heavy.find({}, { batchSize: 1_000 }).toArray();
    expect(found.map((row) => String(row["text"]).length)).toEqual(Array.from({ length: 20 }, () => 1_000_000));
  });

  statement("documents deleted by others do not break a cursor", async () => {
    const shrinking = await collection(Array.from({ length: 300 }, (_, n) => ({ _id: n })));
    const cursor = shrinking.find().batchSize(50);
    const seen = new Set<unknown>([(await cursor.next())?._id]);
    await shrinking.deleteMany({ _id: { $gte: 200 } });
    for await (const row of cursor) seen.add(row._id);
    for (let id = 0; id < 200; id += 1) expect(seen.has(id)).toBe(true);
  });
});
