import { describe, expect } from "@jest/globals";
import { conformanceDatabase, errorCode, ids, statement } from "./conformance";

const { collection } = await conformanceDatabase();

describe("null and missing", () => {
  statement("null matches null, a missing field and an array that holds null", async () => {
    const rows = await collection([
      { _id: 1, a: null },
      { _id: 2 },
      { _id: 3, a: 0 },
      { _id: 4, a: [null, 1] },
      { _id: 5, a: [] },
    ]);
    expect(await ids(rows, { a: null })).toEqual([1, 2, 4]);
    expect(await ids(rows, { a: { $ne: null } })).toEqual([3, 5]);
    expect(await ids(rows, { a: { $in: [null, 0] } })).toEqual([1, 2, 3, 4]);
    expect(await ids(rows, { a: { $nin: [null] } })).toEqual([3, 5]);
  });

  statement("$gte null matches null and missing, $gt null nothing", async () => {
    const rows = await collection([{ _id: 1, a: null }, { _id: 2 }, { _id: 3, a: 0 }]);
    expect(await ids(rows, { a: { $gte: null } })).toEqual([1, 2]);
    expect(await ids(rows, { a: { $gt: null } })).toEqual([]);
  });

  statement("null of a path matches when any step is missing", async () => {
    const rows = await collection([
      { _id: 1 },
      { _id: 2, a: {} },
      { _id: 3, a: { b: null } },
      { _id: 4, a: { b: 1 } },
      { _id: 5, a: 7 },
    ]);
    expect(await ids(rows, { "a.b": null })).toEqual([1, 2, 3, 5]);
    expect(await ids(rows, { "a.b": { $exists: false } })).toEqual([1, 2, 5]);
  });

  statement("null of a path into an array of documents matches an element without the field", async () => {
    const rows = await collection([
      { _id: 1, a: [{ b: 1 }, { c: 1 }] },
      { _id: 2, a: [{ b: 1 }] },
    ]);
    expect(await ids(rows, { "a.b": null })).toEqual([1]);
  });
});

describe("arrays", () => {
  statement("a value matches an array that contains it", async () => {
    const rows = await collection([
      { _id: 1, a: [1, 2] },
      { _id: 2, a: 2 },
      { _id: 3, a: [3] },
    ]);
    expect(await ids(rows, { a: 2 })).toEqual([1, 2]);
    expect(await ids(rows, { a: { $ne: 2 } })).toEqual([3]);
    expect(await ids(rows, { a: { $nin: [1, 2] } })).toEqual([3]);
  });

  statement("an array matches the whole array, or an element that is this array", async () => {
    const rows = await collection([
      { _id: 1, a: [1, 2] },
      { _id: 2, a: [2, 1] },
      { _id: 3, a: [[1, 2], 3] },
      { _id: 4, a: [1, 2, 3] },
    ]);
    expect(await ids(rows, { a: [1, 2] })).toEqual([1, 3]);
  });

  statement("different elements may satisfy the conditions of one range, $elemMatch wants one element", async () => {
    const rows = await collection([
      { _id: 1, a: [0, 9] },
      { _id: 2, a: [5] },
      { _id: 3, a: [9] },
    ]);
    expect(await ids(rows, { a: { $gt: 4, $lt: 6 } })).toEqual([1, 2]);
    expect(await ids(rows, { a: { $elemMatch: { $gt: 4, $lt: 6 } } })).toEqual([2]);
  });

  statement("a path reaches into documents of an array", async () => {
    const rows = await collection([
      {
        _id: 1,
        a: [
          { b: 1, c: 1 },
          { b: 2, c: 2 },
        ],
      },
      { _id: 2, a: [{ b: 1, c: 2 }] },
      { _id: 3, a: { b: 2, c: 1 } },
    ]);
    expect(await ids(rows, { "a.b": 2 })).toEqual([1, 3]);
    expect(await ids(rows, { "a.b": 1, "a.c": 2 })).toEqual([1, 2]);
    expect(await ids(rows, { a: { $elemMatch: { b: 1, c: 2 } } })).toEqual([2]);
  });

  statement("a number in a path is an index, or the name of a field", async () => {
    const rows = await collection([
      { _id: 1, a: [5, 6] },
      { _id: 2, a: [6, 5] },
      { _id: 3, a: { 0: 5 } },
    ]);
    expect(await ids(rows, { "a.0": 5 })).toEqual([1, 3]);
    expect(await ids(rows, { "a.1": { $exists: true } })).toEqual([1, 2]);
  });

  statement("$size matches the exact length", async () => {
    const rows = await collection([{ _id: 1, a: [] }, { _id: 2, a: [1] }, { _id: 3, a: 1 }, { _id: 4 }]);
    expect(await ids(rows, { a: { $size: 1 } })).toEqual([2]);
    expect(await ids(rows, { a: { $size: 0 } })).toEqual([1]);
    expect(await errorCode(rows.find({ a: { $size: -1 } }).toArray())).toBe(2);
  });

  statement("$all wants every value, also as $elemMatch", async () => {
    const rows = await collection([
      { _id: 1, a: ["x", "y", "z"] },
      { _id: 2, a: ["x"] },
      {
        _id: 3,
        a: [
          { n: 1, m: 1 },
          { n: 2, m: 2 },
        ],
      },
    ]);
    expect(await ids(rows, { a: { $all: ["z", "x"] } })).toEqual([1]);
    expect(await ids(rows, { a: { $all: [] } })).toEqual([]);
    expect(await ids(rows, { a: { $all: [{ $elemMatch: { n: 1 } }, { $elemMatch: { m: 2 } }] } })).toEqual([3]);
  });

  statement("$elemMatch takes $in, $ne and regular expressions on plain elements", async () => {
    const rows = await collection([
      { _id: 1, a: ["ab", "c"] },
      { _id: 2, a: ["c"] },
    ]);
    expect(await ids(rows, { a: { $elemMatch: { $in: ["ab"] } } })).toEqual([1]);
    expect(await ids(rows, { a: { $elemMatch: { $regex: "^a" } } })).toEqual([1]);
    expect(await ids(rows, { a: { $not: { $elemMatch: { $ne: "c" } } } })).toEqual([2]);
  });

  statement('$type looks at elements, and at the array itself for "array"', async () => {
    const rows = await collection([
      { _id: 1, a: ["x"] },
      { _id: 2, a: "x" },
      { _id: 3, a: [] },
    ]);
    expect(await ids(rows, { a: { $type: "string" } })).toEqual([1, 2]);
    expect(await ids(rows, { a: { $type: "array" } })).toEqual([1, 3]);
  });

  statement("arrays within arrays are not searched by a plain path", async () => {
    const rows = await collection([
      { _id: 1, a: [[{ b: 1 }]] },
      { _id: 2, a: [{ b: 1 }] },
    ]);
    expect(await ids(rows, { "a.b": 1 })).toEqual([2]);
  });
});
