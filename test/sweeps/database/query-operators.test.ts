import { describe, expect } from "@jest/globals";
import type { Document } from "mongodb";
import { conformanceDatabase, errorCode, ids, statement } from "./conformance";

const { collection } = await conformanceDatabase();
const numbers = await collection([1, 2, 3, 4, 5].map((n) => ({ _id: n, n })));
const mixed = await collection([
  { _id: 1, a: 5 },
  { _id: 2, a: "5" },
  { _id: 3, a: true },
  { _id: 4, a: new Date("2026-03-01T00:00:00Z") },
  { _id: 5, a: null },
  { _id: 6 },
  { _id: 7, a: { b: 1 } },
]);

describe("comparison", () => {
  statement("$gt, $gte, $lt and $lte bound a range", async () => {
    expect(await ids(numbers, { n: { $gt: 2, $lt: 5 } })).toEqual([3, 4]);
    expect(await ids(numbers, { n: { $gte: 2, $lte: 3 } })).toEqual([2, 3]);
  });

  statement("$eq, $ne, $in and $nin", async () => {
    expect(await ids(numbers, { n: { $eq: 2 } })).toEqual([2]);
    expect(await ids(numbers, { n: { $ne: 2 } })).toEqual([1, 3, 4, 5]);
    expect(await ids(numbers, { n: { $in: [5, 1, 9] } })).toEqual([1, 5]);
    expect(await ids(numbers, { n: { $nin: [5, 1, 9] } })).toEqual([2, 3, 4]);
    expect(await ids(numbers, { n: { $in: [] } })).toEqual([]);
  });

  statement("a range compares only values of its own type", async () => {
    expect(await ids(mixed, { a: { $gt: 1 } })).toEqual([1]);
    expect(await ids(mixed, { a: { $gte: "" } })).toEqual([2]);
    expect(await ids(mixed, { a: { $lt: new Date("2027-01-01T00:00:00Z") } })).toEqual([4]);
    expect(await ids(mixed, { a: { $gte: false } })).toEqual([3]);
  });

  statement("$ne and $nin match other types and missing fields", async () => {
    expect(await ids(mixed, { a: { $ne: 5 } })).toEqual([2, 3, 4, 5, 6, 7]);
    expect(await ids(mixed, { a: { $nin: [5, "5"] } })).toEqual([3, 4, 5, 6, 7]);
  });

  statement("an embedded document equals only the same fields in the same order", async () => {
    const rows = await collection([
      { _id: 1, a: { x: 1, y: 2 } },
      { _id: 2, a: { y: 2, x: 1 } },
      { _id: 3, a: { x: 1 } },
    ]);
    expect(await ids(rows, { a: { x: 1, y: 2 } })).toEqual([1]);
    expect(await ids(rows, { "a.x": 1 })).toEqual([1, 2, 3]);
  });
});

describe("logic", () => {
  statement("$and, $or and $nor combine, also within one another", async () => {
    expect(await ids(numbers, { $or: [{ n: 1 }, { n: 5 }] })).toEqual([1, 5]);
    expect(await ids(numbers, { $and: [{ n: { $gt: 1 } }, { n: { $lt: 3 } }] })).toEqual([2]);
    expect(await ids(numbers, { $nor: [{ n: 1 }, { n: { $gt: 3 } }] })).toEqual([2, 3]);
    expect(await ids(numbers, { n: { $gt: 1 }, $or: [{ n: 2 }, { $and: [{ n: 4 }] }] })).toEqual([2, 4]);
  });

  statement("$not also matches a missing field", async () => {
    expect(await ids(mixed, { a: { $not: { $gt: 1 } } })).toEqual([2, 3, 4, 5, 6, 7]);
    expect(await ids(mixed, { a: { $not: { $exists: true } } })).toEqual([6]);
  });

  statement("conditions on one field in two clauses both hold", async () => {
    expect(await ids(numbers, { $and: [{ n: { $in: [1, 2, 3] } }, { n: { $in: [3, 4] } }] })).toEqual([3]);
  });
});

describe("elements", () => {
  statement("$exists tells a missing field from one that is null", async () => {
    expect(await ids(mixed, { a: { $exists: false } })).toEqual([6]);
    expect(await ids(mixed, { a: { $exists: true } })).toEqual([1, 2, 3, 4, 5, 7]);
  });

  statement("$type takes names, numbers and lists of them", async () => {
    expect(await ids(mixed, { a: { $type: "number" } })).toEqual([1]);
    expect(await ids(mixed, { a: { $type: 2 } })).toEqual([2]);
    expect(await ids(mixed, { a: { $type: ["bool", "date"] } })).toEqual([3, 4]);
    expect(await ids(mixed, { a: { $type: "null" } })).toEqual([5]);
    expect(await ids(mixed, { a: { $type: "object" } })).toEqual([7]);
  });
});

describe("evaluation", () => {
  statement("$mod divides", async () => {
    expect(await ids(numbers, { n: { $mod: [2, 1] } })).toEqual([1, 3, 5]);
  });

  statement("$expr compares fields of one document", async () => {
    const rows = await collection([
      { _id: 1, used: 1, limit: 2 },
      { _id: 2, used: 2, limit: 2 },
    ]);
    expect(await ids(rows, { $expr: { $lt: ["$used", "$limit"] } })).toEqual([1]);
    expect(await ids(rows, { used: { $gt: 0 }, $expr: { $eq: ["$used", "$limit"] } })).toEqual([2]);
  });

  statement("regular expressions match strings only, with their flags", async () => {
    const rows = await collection([
      { _id: 1, a: "Lunch" },
      { _id: 2, a: "brunch\nlate" },
      { _id: 3, a: 5 },
      { _id: 4 },
    ]);
    expect(await ids(rows, { a: /unch/ })).toEqual([1, 2]);
    expect(await ids(rows, { a: /^l/ })).toEqual([]);
    expect(await ids(rows, { a: /^l/i })).toEqual([1]);
    expect(await ids(rows, { a: /^late/m })).toEqual([2]);
    expect(await ids(rows, { a: { $regex: "^LUNCH$", $options: "i" } })).toEqual([1]);
    expect(await ids(rows, { a: { $not: /unch/ } })).toEqual([3, 4]);
    expect(await ids(rows, { a: { $in: [/^Lu/, 5] } })).toEqual([1, 3]);
  });

  statement("regular expressions know Chinese text", async () => {
    const rows = await collection([
      { _id: 1, a: "红旗区助餐点" },
      { _id: 2, a: "牧野区" },
    ]);
    expect(await ids(rows, { a: /^红旗/ })).toEqual([1]);
    expect(await ids(rows, { a: { $regex: "区$" } })).toEqual([2]);
  });
});

describe("refused filters", () => {
  statement("an unknown operator is BadValue (2)", async () => {
    expect(await errorCode(numbers.find({ n: { $almost: 2 } }).toArray())).toBe(2);
    expect(await errorCode(numbers.find({ $almost: [{ n: 2 }] }).toArray())).toBe(2);
  });

  statement("$in needs an array, $or a list that is not empty", async () => {
    expect(await errorCode(numbers.find({ n: { $in: 5 } }).toArray())).toBe(2);
    expect(await errorCode(numbers.find({ $or: [] }).toArray())).toBe(2);
    expect(await errorCode(numbers.find({ $and: { n: 1 } } as Document).toArray())).toBe(2);
  });
});
