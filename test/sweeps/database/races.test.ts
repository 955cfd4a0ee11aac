import { describe, expect } from "@jest/globals";
import type { Document } from "mongodb";
import { conformanceDatabase, ids, statement } from "./conformance";

const { collection } = await conformanceDatabase({ maxPoolSize: 50 });
const inParallel = <T>(times: number, act: (n: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: times }, (_, n) => act(n)));
const codes = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code?: unknown }).code] : []));

describe("races", () => {
  statement("of 50 parallel inserts of one unique value exactly one wins, 49 get 11000", async () => {
    const rows = await collection();
    await rows.createIndex({ code: 1 }, { unique: true });
    const outcomes = await inParallel(50, (n) => rows.insertOne({ _id: n, code: "x" }));
    expect(codes(outcomes)).toEqual(Array.from({ length: 49 }, () => 11000));
    expect(await rows.countDocuments({ code: "x" })).toBe(1);
  });

  statement("of 50 parallel claims under a partial unique index exactly one wins", async () => {
    const rows = await collection(Array.from({ length: 50 }, (_, n) => ({ _id: n })));
    await rows.createIndex({ elder: 1 }, { unique: true, partialFilterExpression: { active: true } });
    const outcomes = await inParallel(50, (n) => rows.updateOne({ _id: n }, { $set: { elder: "a", active: true } }));
    expect(codes(outcomes)).toEqual(Array.from({ length: 49 }, () => 11000));
    expect(await rows.countDocuments({ active: true })).toBe(1);
  });

  statement("of 50 parallel pushes of one key under a unique multikey index exactly one wins", async () => {
    const rows = await collection(Array.from({ length: 50 }, (_, n) => ({ _id: n })));
    await rows.createIndex({ keys: 1 }, { unique: true, partialFilterExpression: { keys: { $exists: true } } });
    const outcomes = await inParallel(50, (n) => rows.updateOne({ _id: n }, { $set: { keys: [`own${n}`, "same"] } }));
    expect(codes(outcomes)).toHaveLength(49);
    expect(await rows.countDocuments({ keys: "same" })).toBe(1);
  });

  statement("100 parallel claims of 20 units claim exactly 20, each once", async () => {
    const rows = await collection(Array.from({ length: 20 }, (_, n) => ({ _id: n })));
    await rows.createIndex({ elder: 1 }, { unique: true, partialFilterExpression: { active: true } });
    const outcomes = await inParallel(100, (n) =>
      rows.findOneAndUpdate(
        { active: { $exists: false } },
        { $set: { active: true, elder: `e${n}` } },
        { returnDocument: "after" },
      ),
    );
    const won = outcomes.flatMap((one) => (one.status === "fulfilled" && one.value ? [one.value._id] : []));
    expect(codes(outcomes)).toEqual([]);
    expect(won).toHaveLength(20);
    expect(new Set(won).size).toBe(20);
    expect(await rows.distinct("elder")).toHaveLength(20);
  });

  statement("200 parallel $inc are all counted", async () => {
    const rows = await collection([{ _id: 1, n: 0 }]);
    expect(codes(await inParallel(200, () => rows.updateOne({ _id: 1 }, { $inc: { n: 1 } })))).toEqual([]);
    expect(await rows.findOne({})).toEqual({ _id: 1, n: 200 });
  });

  statement("a guarded push never goes over its limit", async () => {
    const rows = await collection([{ _id: 1, used: 0, entries: [] }]);
    await inParallel(60, (n) =>
      rows.updateOne({ _id: 1, used: { $lt: 10 } }, { $inc: { used: 1 }, $push: { entries: { n } } } as Document),
    );
    const row = await rows.findOne({});
    expect([row?.["used"], row?.["entries"].length]).toEqual([10, 10]);
  });

  statement("50 parallel upserts of one _id make one document and lose no update", async () => {
    const rows = await collection();
    const outcomes = await inParallel(50, () => rows.updateOne({ _id: "k" }, { $inc: { n: 1 } }, { upsert: true }));
    const refused = codes(outcomes);
    expect(refused.every((code) => code === 11000)).toBe(true);
    expect(await rows.findOne({})).toEqual({ _id: "k", n: 50 - refused.length });
  });

  statement("readers beside writers see each document before or after, never between", async () => {
    const rows = await collection([{ _id: 1, a: 0, b: 0 }]);
    const write = inParallel(50, () => rows.updateOne({ _id: 1 }, { $inc: { a: 1, b: 1 } }));
    const seen = await inParallel(50, () => rows.findOne({ _id: 1 }));
    await write;
    for (const one of seen) if (one.status === "fulfilled") expect(one.value?.["a"]).toBe(one.value?.["b"]);
    expect(await ids(rows, { a: 50, b: 50 })).toEqual([1]);
  });
});
