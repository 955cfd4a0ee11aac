import { describe, expect } from "@jest/globals";
import type { Document, UpdateOptions } from "mongodb";
import { conformanceDatabase, errorCode, fieldsOf, statement } from "./conformance";

const { collection } = await conformanceDatabase();

/** The array `a` after one update of a document that holds it. */
async function after(
  a: unknown,
  update: Document,
  filter: Document = {},
  options: UpdateOptions = {},
): Promise<unknown> {
  const rows = await collection([a === undefined ? { _id: 1 } : { _id: 1, a }]);
  await rows.updateOne({ _id: 1, ...filter }, update, options);
  return (await fieldsOf(rows, 1))?.["a"];
}

async function refusal(a: unknown, update: Document, filter: Document = {}, options: UpdateOptions = {}) {
  const rows = await collection([{ _id: 1, a }]);
  const code = await errorCode(rows.updateOne({ _id: 1, ...filter }, update, options));
  expect(await fieldsOf(rows, 1)).toEqual({ a });
  return code;
}

describe("$push", () => {
  statement("$push appends, and starts an array where there is none", async () => {
    expect(await after([1], { $push: { a: 2 } })).toEqual([1, 2]);
    expect(await after(undefined, { $push: { a: 2 } })).toEqual([2]);
  });

  statement("$push of an array without $each appends it as one element", async () => {
    expect(await after([1], { $push: { a: [2, 3] } })).toEqual([1, [2, 3]]);
  });

  statement("$push with $each appends each, $position inserts, from the end when negative", async () => {
    expect(await after([1], { $push: { a: { $each: [2, 3] } } })).toEqual([1, 2, 3]);
    expect(await after([1, 2], { $push: { a: { $each: [9, 8], $position: 1 } } })).toEqual([1, 9, 8, 2]);
    expect(await after([1, 2], { $push: { a: { $each: [9], $position: -1 } } })).toEqual([1, 9, 2]);
  });

  statement("$slice keeps the first, the last or none", async () => {
    expect(await after([1, 2], { $push: { a: { $each: [3, 4], $slice: 3 } } })).toEqual([1, 2, 3]);
    expect(await after([1, 2], { $push: { a: { $each: [3, 4], $slice: -3 } } })).toEqual([2, 3, 4]);
    expect(await after([1, 2], { $push: { a: { $each: [3], $slice: 0 } } })).toEqual([]);
  });

  statement("$sort orders values, and documents by their fields, before $slice cuts", async () => {
    expect(await after([3, 1], { $push: { a: { $each: [2], $sort: -1, $slice: 2 } } })).toEqual([3, 2]);
    const each = { $each: [{ n: 1, at: 5 }], $sort: { n: 1, at: -1 } };
    expect(
      await after(
        [
          { n: 1, at: 2 },
          { n: 0, at: 9 },
        ],
        { $push: { a: each } },
      ),
    ).toEqual([
      { n: 0, at: 9 },
      { n: 1, at: 5 },
      { n: 1, at: 2 },
    ]);
  });

  statement("$push to what is not an array is BadValue (2)", async () => {
    expect(await refusal("text", { $push: { a: 1 } })).toBe(2);
  });
});

describe("$addToSet, $pull, $pullAll, $pop", () => {
  statement("$addToSet adds only what is absent", async () => {
    expect(await after([1, 2], { $addToSet: { a: 2 } })).toEqual([1, 2]);
    expect(await after([1, 2], { $addToSet: { a: { $each: [2, 3, 3] } } })).toEqual([1, 2, 3]);
    expect(await after(undefined, { $addToSet: { a: 1 } })).toEqual([1]);
  });

  statement("$addToSet compares documents with the order of their fields", async () => {
    const a = [{ x: 1, y: 2 }];
    expect(await after(a, { $addToSet: { a: { x: 1, y: 2 } } })).toHaveLength(1);
    expect(await after(a, { $addToSet: { a: { y: 2, x: 1 } } })).toHaveLength(2);
  });

  statement("$pull removes every equal value", async () => {
    expect(await after([1, 2, 1], { $pull: { a: 1 } })).toEqual([2]);
  });

  statement("$pull takes a condition on the elements", async () => {
    expect(await after([1, 5, 9], { $pull: { a: { $gte: 5 } } })).toEqual([1]);
    expect(await after([1, 5, 9], { $pull: { a: { $in: [1, 9] } } })).toEqual([5]);
  });

  statement("$pull of documents matches by the named fields", async () => {
    const a = [
      { id: 1, n: 1 },
      { id: 2, n: 5 },
      { id: 1, n: 9 },
    ];
    expect(await after(a, { $pull: { a: { id: 1 } } })).toEqual([{ id: 2, n: 5 }]);
    expect(await after(a, { $pull: { a: { id: 1, n: { $gt: 5 } } } })).toHaveLength(2);
  });

  statement("$pull of a missing field does nothing", async () => {
    expect(await after(undefined, { $pull: { a: 1 } })).toBeUndefined();
  });

  statement("$pullAll removes all listed values", async () => {
    expect(await after([1, 2, 3, 1], { $pullAll: { a: [1, 3] } })).toEqual([2]);
  });

  statement("$pop removes the last or the first", async () => {
    expect(await after([1, 2, 3], { $pop: { a: 1 } })).toEqual([1, 2]);
    expect(await after([1, 2, 3], { $pop: { a: -1 } })).toEqual([2, 3]);
    expect(await after([], { $pop: { a: 1 } })).toEqual([]);
  });
});

describe("positional updates", () => {
  const items = [
    { id: 1, n: 1 },
    { id: 2, n: 2 },
    { id: 2, n: 3 },
  ];

  statement("$ names the first element the filter matched", async () => {
    expect(await after([5, 6, 6], { $set: { "a.$": 9 } }, { a: 6 })).toEqual([5, 9, 6]);
    const found = await after(items, { $inc: { "a.$.n": 10 } }, { "a.id": 2 });
    expect(found).toEqual([items[0], { id: 2, n: 12 }, items[2]]);
  });

  statement("$ follows an $elemMatch of several conditions", async () => {
    const filter = { a: { $elemMatch: { id: 2, n: { $gt: 2 } } } };
    expect(await after(items, { $set: { "a.$.done": true } }, filter)).toEqual([
      items[0],
      items[1],
      { id: 2, n: 3, done: true },
    ]);
  });

  statement("$ without a match in the array is BadValue (2)", async () => {
    expect(await refusal([1], { $set: { "a.$": 9 } })).toBe(2);
  });

  statement("$[] changes every element", async () => {
    expect(await after([1, 2], { $inc: { "a.$[]": 10 } })).toEqual([11, 12]);
    expect(await after([{ n: 1 }, { n: 2 }], { $set: { "a.$[].n": 0 } })).toEqual([{ n: 0 }, { n: 0 }]);
  });

  statement("$[name] changes the elements its arrayFilter matches", async () => {
    const options = { arrayFilters: [{ "it.id": 2, "it.n": { $gte: 3 } }] };
    expect(await after(items, { $set: { "a.$[it].n": 0 } }, {}, options)).toEqual([
      items[0],
      items[1],
      { id: 2, n: 0 },
    ]);
    expect(await after([1, 5, 9], { $set: { "a.$[big]": 0 } }, {}, { arrayFilters: [{ big: { $gt: 4 } }] })).toEqual([
      1, 0, 0,
    ]);
  });

  statement("two arrayFilters reach into nested arrays", async () => {
    const a = [
      { id: 1, marks: [1, 2] },
      { id: 2, marks: [1, 2] },
    ];
    const options = { arrayFilters: [{ "o.id": 2 }, { m: 1 }] };
    expect(await after(a, { $set: { "a.$[o].marks.$[m]": 7 } }, {}, options)).toEqual([a[0], { id: 2, marks: [7, 2] }]);
  });

  statement("a name without its arrayFilter is BadValue (2)", async () => {
    expect(await refusal([1], { $set: { "a.$[x]": 9 } })).toBe(2);
  });

  statement("an arrayFilter that is not used is FailedToParse (9)", async () => {
    expect(await refusal([1], { $set: { b: 9 } }, {}, { arrayFilters: [{ x: 1 }] })).toBe(9);
  });
});
