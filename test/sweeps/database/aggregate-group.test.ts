import { describe, expect } from "@jest/globals";
import type { Document } from "mongodb";
import { conformanceDatabase, serverError, statement } from "./conformance";

const { collection } = await conformanceDatabase();
const rows = await collection([
  { _id: 1, point: "a", day: "2026-03-01", fen: 1200 },
  { _id: 2, point: "a", day: "2026-03-01", fen: 300 },
  { _id: 3, point: "b", day: "2026-03-01", fen: 800 },
  { _id: 4, point: "b", day: "2026-03-02" },
  { _id: 5, day: "2026-03-02", fen: 500 },
]);
const run = (...pipeline: Document[]) => rows.aggregate(pipeline).toArray();

describe("$group", () => {
  statement("groups by a field; a missing field is the group null", async () => {
    expect(await run({ $group: { _id: "$point", n: { $sum: 1 } } }, { $sort: { _id: 1 } })).toEqual([
      { _id: null, n: 1 },
      { _id: "a", n: 2 },
      { _id: "b", n: 2 },
    ]);
  });

  statement("groups by several fields at once", async () => {
    const found = await run({ $group: { _id: { point: "$point", day: "$day" }, n: { $sum: 1 } } });
    expect(found).toHaveLength(4);
    expect(found).toContainEqual({ _id: { point: "a", day: "2026-03-01" }, n: 2 });
    expect(found).toContainEqual({ _id: { point: "b", day: "2026-03-02" }, n: 1 });
  });

  statement("_id null makes one group of all; no documents make no group", async () => {
    expect(await run({ $group: { _id: null, sum: { $sum: "$fen" } } })).toEqual([{ _id: null, sum: 2800 }]);
    expect(await run({ $match: { _id: 99 } }, { $group: { _id: null, n: { $sum: 1 } } })).toEqual([]);
  });

  statement("$sum, $avg, $min and $max pass over missing values", async () => {
    const [found] = await run({
      $group: { _id: null, sum: { $sum: "$fen" }, avg: { $avg: "$fen" }, min: { $min: "$fen" }, max: { $max: "$fen" } },
    });
    expect(found).toEqual({ _id: null, sum: 2800, avg: 700, min: 300, max: 1200 });
  });

  statement("$avg of nothing is null, $sum of nothing 0", async () => {
    const [found] = await run(
      { $match: { _id: 4 } },
      { $group: { _id: null, avg: { $avg: "$fen" }, sum: { $sum: "$fen" } } },
    );
    expect(found).toEqual({ _id: null, avg: null, sum: 0 });
  });

  statement("$first, $last and $push follow the order of the sort before them", async () => {
    const [found] = await run(
      { $match: { point: "a" } },
      { $sort: { fen: 1 } },
      { $group: { _id: null, first: { $first: "$fen" }, last: { $last: "$fen" }, all: { $push: "$_id" } } },
    );
    expect(found).toEqual({ _id: null, first: 300, last: 1200, all: [2, 1] });
  });

  statement("$addToSet collects each value once, $push whole documents", async () => {
    const [found] = await run({ $group: { _id: null, days: { $addToSet: "$day" }, rows: { $push: "$$ROOT" } } });
    expect(new Set(found?.["days"])).toEqual(new Set(["2026-03-01", "2026-03-02"]));
    expect(found?.["rows"]).toHaveLength(5);
  });

  statement("an accumulator takes any expression", async () => {
    const dear = { $sum: { $cond: [{ $gte: ["$fen", 500] }, 1, 0] } };
    const [found] = await run({ $group: { _id: null, dear, count: { $count: {} } } });
    expect(found).toEqual({ _id: null, dear: 3, count: 5 });
  });

  statement("$group without _id is refused", async () => {
    await serverError(run({ $group: { n: { $sum: 1 } } }));
  });

  statement("$bucket counts by boundaries", async () => {
    const bucket = { groupBy: "$fen", boundaries: [0, 500, 1000], default: "rest", output: { n: { $sum: 1 } } };
    expect(await run({ $match: { fen: { $exists: true } } }, { $bucket: bucket })).toEqual([
      { _id: 0, n: 1 },
      { _id: 500, n: 2 },
      { _id: "rest", n: 1 },
    ]);
  });
});
