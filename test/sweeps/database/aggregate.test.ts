import { describe, expect } from "@jest/globals";
import type { Document } from "mongodb";
import { conformanceDatabase, errorCode, serverError, statement } from "./conformance";

const { db, collection } = await conformanceDatabase();
const rows = await collection([
  { _id: 1, dish: "鱼", fen: 1200, tags: ["hot", "soft"], point: "a" },
  { _id: 2, dish: "粥", fen: 300, tags: [], point: "a" },
  { _id: 3, dish: "面", fen: 800, tags: ["hot"], point: "b" },
  { _id: 4, dish: "饼", fen: 500, point: "b" },
]);
const run = (...pipeline: Document[]) => rows.aggregate(pipeline).toArray();

describe("shaping stages", () => {
  statement("$match, $sort, $skip and $limit run in the order written", async () => {
    const found = await run({ $match: { fen: { $gt: 300 } } }, { $sort: { fen: -1 } }, { $skip: 1 }, { $limit: 1 });
    expect(found).toMatchObject([{ _id: 3 }]);
  });

  statement("$project keeps, drops, renames and computes", async () => {
    const found = await run(
      { $match: { _id: 1 } },
      { $project: { _id: 0, name: "$dish", yuan: { $divide: ["$fen", 100] } } },
    );
    expect(found).toEqual([{ name: "鱼", yuan: 12 }]);
    expect(await run({ $match: { _id: 4 } }, { $project: { dish: 0, _id: 0 } })).toEqual([{ fen: 500, point: "b" }]);
  });

  statement("$addFields and $set add, $unset removes", async () => {
    const found = await run(
      { $match: { _id: 4 } },
      { $addFields: { double: { $multiply: ["$fen", 2] } } },
      { $set: { "deep.value": "$double" } },
      { $unset: ["fen", "dish"] },
    );
    expect(found).toEqual([{ _id: 4, point: "b", double: 1000, deep: { value: 1000 } }]);
  });

  statement("$replaceRoot and $replaceWith put another document in place", async () => {
    const root = { id: "$_id", dish: "$dish" };
    expect(await run({ $match: { _id: 2 } }, { $replaceRoot: { newRoot: root } })).toEqual([{ id: 2, dish: "粥" }]);
    expect(await run({ $match: { _id: 2 } }, { $replaceWith: root })).toEqual([{ id: 2, dish: "粥" }]);
  });

  statement("$unwind makes a document of each element and drops the empty", async () => {
    const found = await run({ $unwind: "$tags" }, { $sort: { _id: 1, tags: 1 } }, { $project: { tags: 1 } });
    expect(found).toEqual([
      { _id: 1, tags: "hot" },
      { _id: 1, tags: "soft" },
      { _id: 3, tags: "hot" },
    ]);
  });

  statement("$unwind may keep the empty and tell the index", async () => {
    const unwind = { path: "$tags", preserveNullAndEmptyArrays: true, includeArrayIndex: "at" };
    const found = await run({ $unwind: unwind }, { $sort: { _id: 1, at: 1 } }, { $project: { tags: 1, at: 1 } });
    expect(found.map((row) => [row["_id"], row["tags"], row["at"] === null ? null : Number(row["at"])])).toEqual([
      [1, "hot", 0],
      [1, "soft", 1],
      [2, undefined, null],
      [3, "hot", 0],
      [4, undefined, null],
    ]);
  });

  statement("$count gives the number", async () => {
    expect(await run({ $match: { point: "a" } }, { $count: "n" })).toEqual([{ n: 2 }]);
  });

  statement("$count of no documents gives nothing", async () => {
    expect(await run({ $match: { point: "z" } }, { $count: "n" })).toEqual([]);
  });

  statement("$sortByCount orders groups by their size", async () => {
    expect(await run({ $unwind: "$tags" }, { $sortByCount: "$tags" })).toEqual([
      { _id: "hot", count: 2 },
      { _id: "soft", count: 1 },
    ]);
  });

  statement("$facet runs several pipelines over one input", async () => {
    const [found] = await run(
      { $match: { fen: { $gte: 500 } } },
      {
        $facet: {
          total: [{ $count: "n" }],
          first: [{ $sort: { fen: 1 } }, { $limit: 1 }, { $project: { dish: 1 } }],
          none: [{ $match: { _id: 9 } }],
        },
      },
    );
    expect(found).toEqual({ total: [{ n: 3 }], first: [{ _id: 4, dish: "饼" }], none: [] });
  });

  statement("$unionWith appends another collection", async () => {
    const other = await collection([{ _id: 9, dish: "汤" }]);
    const found = await run({ $match: { _id: 1 } }, { $unionWith: other.collectionName }, { $project: { dish: 1 } });
    expect(found).toEqual([
      { _id: 1, dish: "鱼" },
      { _id: 9, dish: "汤" },
    ]);
  });
});

describe("$lookup", () => {
  statement("localField and foreignField join, an array of keys joins each, no match gives []", async () => {
    const orders = await collection([
      { _id: "o1", dish: 1 },
      { _id: "o2", dish: [2, 3] },
      { _id: "o3", dish: 77 },
    ]);
    const found = await orders
      .aggregate([
        { $lookup: { from: rows.collectionName, localField: "dish", foreignField: "_id", as: "found" } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    expect(found.map((order) => order["found"].map((dish: Document) => dish["dish"]).sort())).toEqual([
      ["鱼"],
      ["粥", "面"],
      [],
    ]);
  });

  statement("a missing localField joins documents whose field is null or missing", async () => {
    const orders = await collection([{ _id: "o1" }]);
    const dishes = await collection([{ _id: 1, code: null }, { _id: 2 }, { _id: 3, code: 5 }]);
    const lookup = { from: dishes.collectionName, localField: "code", foreignField: "code", as: "found" };
    const [order] = await orders.aggregate([{ $lookup: lookup }]).toArray();
    expect(order?.["found"].map((dish: Document) => dish["_id"]).sort()).toEqual([1, 2]);
  });

  statement("let and pipeline join by an expression", async () => {
    const points = await collection([
      { _id: "a", least: 500 },
      { _id: "b", least: 600 },
    ]);
    const pipeline = [
      { $match: { $expr: { $and: [{ $eq: ["$point", "$$id"] }, { $gte: ["$fen", "$$least"] }] } } },
      { $project: { _id: 1 } },
    ];
    const lookup = { from: rows.collectionName, let: { id: "$_id", least: "$least" }, pipeline, as: "dear" };
    const found = await points.aggregate([{ $lookup: lookup }, { $sort: { _id: 1 } }]).toArray();
    expect(found.map((point) => point["dear"])).toEqual([[{ _id: 1 }], [{ _id: 3 }]]);
  });

  statement("localField and pipeline together narrow the join", async () => {
    const points = await collection([{ _id: "a" }]);
    const lookup = {
      from: rows.collectionName,
      localField: "_id",
      foreignField: "point",
      pipeline: [{ $match: { fen: { $lt: 500 } } }],
      as: "cheap",
    };
    const [point] = await points.aggregate([{ $lookup: lookup }]).toArray();
    expect(point?.["cheap"]).toMatchObject([{ _id: 2 }]);
  });

  statement("a join to an absent collection gives []", async () => {
    const found = await run(
      { $match: { _id: 1 } },
      { $lookup: { from: "absent", localField: "_id", foreignField: "x", as: "none" } },
    );
    expect(found[0]?.["none"]).toEqual([]);
  });
});

describe("refused pipelines", () => {
  statement("an unknown stage is 40324 and named", async () => {
    const error = await serverError(run({ $frobnicate: {} }));
    expect(error.code).toBe(40324);
    expect(error.message).toContain("$frobnicate");
  });

  statement("a stage of two keys, and a command without cursor, are refused", async () => {
    await serverError(run({ $match: {}, $limit: 1 }));
    expect(await errorCode(db.command({ aggregate: rows.collectionName, pipeline: [] }))).toBe(9);
  });

  statement("an unknown expression is refused and named", async () => {
    const error = await serverError(run({ $project: { a: { $frobnicate: 1 } } }));
    expect(error.message).toContain("$frobnicate");
  });
});
