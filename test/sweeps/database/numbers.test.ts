import { describe, expect } from "@jest/globals";
import { Decimal128, Double, Int32, Long } from "mongodb";
import { conformanceDatabase, errorCode, ids, statement } from "./conformance";

const { collection } = await conformanceDatabase();
const kinds = [new Int32(2), new Double(2), Long.fromNumber(2), Decimal128.fromString("2.0")];

describe("numbers of different kinds", () => {
  statement("int, double, long and decimal of one value are equal", async () => {
    const rows = await collection([...kinds.map((a, n) => ({ _id: n, a })), { _id: 9, a: 2.5 }]);
    for (const a of kinds) expect(await ids(rows, { a })).toEqual([0, 1, 2, 3]);
    expect(await ids(rows, { a: { $in: [Long.fromNumber(2)] } })).toEqual([0, 1, 2, 3]);
    expect(await ids(rows, { a: { $ne: Decimal128.fromString("2") } })).toEqual([9]);
  });

  statement("ranges compare across kinds", async () => {
    const a = [1.5, Long.fromNumber(2), Decimal128.fromString("2.25"), 3];
    const rows = await collection(a.map((value, n) => ({ _id: n, a: value })));
    expect(await ids(rows, { a: { $gt: 1.5, $lt: 3 } })).toEqual([1, 2]);
    expect(await ids(rows, { a: { $gte: Long.fromNumber(2) } })).toEqual([1, 2, 3]);
    expect(await ids(rows, { a: { $lt: Decimal128.fromString("2.2") } })).toEqual([0, 1]);
  });

  statement("long integers keep all 64 bits and are compared exactly", async () => {
    const big = Long.fromString("9007199254740993");
    const rows = await collection([
      { _id: 1, a: big },
      { _id: 2, a: 9_007_199_254_740_992 },
    ]);
    expect(await ids(rows, { a: big })).toEqual([1]);
    expect(await ids(rows, { a: 9_007_199_254_740_992 })).toEqual([2]);
    expect(await ids(rows, { a: { $lt: big } })).toEqual([2]);
  });

  statement("sorting mixes the kinds by value", async () => {
    const a = [Long.fromNumber(3), 1.5, Decimal128.fromString("2"), new Int32(-1), Number.NEGATIVE_INFINITY];
    const rows = await collection(a.map((value, n) => ({ _id: n, a: value })));
    const sorted = await rows.find().sort({ a: 1 }).toArray();
    expect(sorted.map((row) => row._id)).toEqual([4, 3, 1, 2, 0]);
  });

  statement("NaN equals NaN, is no number's match and sorts before all numbers", async () => {
    const rows = await collection([
      { _id: 1, a: Number.NaN },
      { _id: 2, a: -5 },
      { _id: 3, a: Number.NEGATIVE_INFINITY },
    ]);
    expect(await ids(rows, { a: Number.NaN })).toEqual([1]);
    expect(await ids(rows, { a: { $lt: 0 } })).toEqual([2, 3]);
    const sorted = await rows.find().sort({ a: 1 }).toArray();
    expect(sorted.map((row) => row._id)).toEqual([1, 3, 2]);
  });

  statement("minus zero equals zero", async () => {
    const rows = await collection([
      { _id: 1, a: new Double(-0) },
      { _id: 2, a: 0 },
    ]);
    expect(await ids(rows, { a: 0 })).toEqual([1, 2]);
    expect(await ids(rows, { a: { $lt: 0 } })).toEqual([]);
  });

  statement("a unique index takes equal numbers of two kinds for the same", async () => {
    const rows = await collection([{ _id: 1, a: 2 }]);
    await rows.createIndex({ a: 1 }, { unique: true });
    expect(await errorCode(rows.insertOne({ a: Long.fromNumber(2) }))).toBe(11000);
    expect(await errorCode(rows.insertOne({ a: Decimal128.fromString("2.00") }))).toBe(11000);
    expect(await errorCode(rows.insertOne({ _id: new Double(1), a: 3 }))).toBe(11000);
  });

  statement("$group and distinct take equal numbers of two kinds for one key", async () => {
    const rows = await collection(kinds.map((a, n) => ({ _id: n, a })));
    expect(await rows.aggregate([{ $group: { _id: "$a", n: { $sum: 1 } } }]).toArray()).toMatchObject([{ n: 4 }]);
    expect(await rows.distinct("a")).toHaveLength(1);
  });

  statement("a boolean is not a number", async () => {
    const rows = await collection([
      { _id: 1, a: true },
      { _id: 2, a: 1 },
    ]);
    expect(await ids(rows, { a: 1 })).toEqual([2]);
    expect(await ids(rows, { a: true })).toEqual([1]);
  });
});
