import { describe, expect } from "@jest/globals";
import type { Document } from "mongodb";
import { conformanceDatabase, statement } from "./conformance";

const { collection } = await conformanceDatabase();

/** The value of one expression over one document. */
async function value(expression: unknown, document: Document = {}): Promise<unknown> {
  const rows = await collection([{ _id: 1, ...document }]);
  const [found] = await rows.aggregate([{ $project: { _id: 0, value: expression } }]).toArray();
  return found?.["value"];
}

const shanghai = (at: string, format: string) =>
  value({ $dateToString: { date: "$at", format, timezone: "Asia/Shanghai" } }, { at: new Date(at) });

describe("dates", () => {
  statement("$dateToString gives the day and hour of a time zone", async () => {
    expect(await shanghai("2026-03-01T16:30:00Z", "%Y-%m-%d %H:%M")).toBe("2026-03-02 00:30");
    expect(await shanghai("2026-03-01T15:59:59.999Z", "%Y-%m-%d")).toBe("2026-03-01");
  });

  statement("$dateToString knows the summer times of 1986 to 1991", async () => {
    expect(await shanghai("1988-07-01T15:30:00Z", "%Y-%m-%d %H:%M")).toBe("1988-07-02 00:30");
  });

  statement("$dateToString takes an offset, the whole ISO form by default, and onNull", async () => {
    const at = new Date("2026-03-01T16:30:05.007Z");
    expect(await value({ $dateToString: { date: "$at", format: "%H:%M:%S.%L", timezone: "+08:00" } }, { at })).toBe(
      "00:30:05.007",
    );
    expect(await value({ $dateToString: { date: "$at" } }, { at })).toBe("2026-03-01T16:30:05.007Z");
    expect(await value({ $dateToString: { date: "$at", format: "%Y", onNull: "none" } })).toBe("none");
  });

  statement("parts of a date take a time zone", async () => {
    const at = { date: new Date("2026-02-28T16:30:00Z"), timezone: "Asia/Shanghai" };
    expect(await value([{ $year: at }, { $month: at }, { $dayOfMonth: at }, { $hour: at }])).toEqual([2026, 3, 1, 0]);
    expect(await value({ $dayOfWeek: at })).toBe(1);
  });

  statement("dates subtract to milliseconds and add milliseconds", async () => {
    const document = { from: new Date(1_000), to: new Date(4_500) };
    expect(Number(await value({ $subtract: ["$to", "$from"] }, document))).toBe(3_500);
    expect(await value({ $add: ["$from", 500] }, document)).toEqual(new Date(1_500));
  });
});

describe("conditions and text", () => {
  statement("$cond, $ifNull and $switch choose", async () => {
    expect(await value({ $cond: { if: { $gt: ["$n", 1] }, then: "many", else: "one" } }, { n: 2 })).toBe("many");
    expect(await value({ $ifNull: ["$absent", "default"] })).toBe("default");
    const branches = [{ case: { $lt: ["$n", 5] }, then: "few" }];
    expect(await value({ $switch: { branches, default: "many" } }, { n: 9 })).toBe("many");
  });

  statement("comparisons know BSON's order of types", async () => {
    expect(await value({ $lt: ["$n", "$s"] }, { n: 100, s: "a" })).toBe(true);
    expect(await value({ $cmp: ["$n", "$m"] }, { n: 1, m: 2 })).toBe(-1);
    expect(await value({ $eq: ["$absent", null] })).toBe(false);
  });

  statement("$and, $or, $not and $in", async () => {
    expect(await value({ $and: [{ $gt: ["$n", 0] }, { $not: [{ $in: ["$n", [5, 6]] }] }] }, { n: 2 })).toBe(true);
    expect(await value({ $or: [false, null, 0] })).toBe(false);
  });

  statement("$concat, $toString, $strLenCP and $substrCP count characters", async () => {
    expect(await value({ $concat: ["一", { $toString: "$n" }] }, { n: 2 })).toBe("一2");
    expect(await value({ $concat: ["一", "$absent"] })).toBeNull();
    expect(await value([{ $strLenCP: "一刻😀" }, { $substrCP: ["一刻😀", 1, 2] }])).toEqual([3, "刻😀"]);
  });

  statement("$type tells kinds and missing", async () => {
    expect(await value([{ $type: "$n" }, { $type: "$absent" }, { $type: "$s" }], { n: 1, s: "x" })).toEqual([
      "int",
      "missing",
      "string",
    ]);
  });

  statement("$literal is not read as a field", async () => {
    expect(await value({ $literal: "$n" }, { n: 2 })).toBe("$n");
  });
});

describe("arrays, objects and arithmetic", () => {
  statement("$map, $filter and $reduce work element by element", async () => {
    const a = { a: [1, 2, 3] };
    expect(await value({ $map: { input: "$a", as: "x", in: { $multiply: ["$$x", 2] } } }, a)).toEqual([2, 4, 6]);
    expect(await value({ $filter: { input: "$a", as: "x", cond: { $gt: ["$$x", 1] } } }, a)).toEqual([2, 3]);
    expect(await value({ $reduce: { input: "$a", initialValue: 0, in: { $add: ["$$value", "$$this"] } } }, a)).toBe(6);
  });

  statement("$size, $arrayElemAt, $slice, $concatArrays, $first and $last", async () => {
    const a = { a: [1, 2, 3] };
    const both = [
      { $size: "$a" },
      { $arrayElemAt: ["$a", -1] },
      { $slice: ["$a", 1, 1] },
      { $first: "$a" },
      { $last: "$a" },
    ];
    expect(await value(both, a)).toEqual([3, 3, [2], 1, 3]);
    expect(await value({ $concatArrays: ["$a", [4]] }, a)).toEqual([1, 2, 3, 4]);
    expect(await value({ $indexOfArray: ["$a", 3] }, a)).toBe(2);
  });

  statement("$mergeObjects, $objectToArray and $arrayToObject", async () => {
    expect(await value({ $mergeObjects: ["$o", { b: 2 }] }, { o: { a: 1, b: 1 } })).toEqual({ a: 1, b: 2 });
    expect(await value({ $objectToArray: "$o" }, { o: { a: 1 } })).toEqual([{ k: "a", v: 1 }]);
    expect(await value({ $arrayToObject: [[{ k: "x", v: "$n" }]] }, { n: 3 })).toEqual({ x: 3 });
  });

  statement("$add, $subtract, $multiply, $divide, $mod, $abs, $floor, $ceil, $round and $trunc", async () => {
    const n = { n: 7 };
    expect(await value([{ $add: ["$n", 1, 2] }, { $subtract: ["$n", 9] }, { $multiply: ["$n", 2] }], n)).toEqual([
      10, -2, 14,
    ]);
    expect(await value([{ $divide: ["$n", 2] }, { $mod: ["$n", 4] }, { $abs: -3 }], n)).toEqual([3.5, 3, 3]);
    expect(await value([{ $floor: 1.7 }, { $ceil: 1.2 }, { $trunc: -1.7 }])).toEqual([1, 2, -1]);
    expect(await value([{ $round: [2.5, 0] }, { $round: [3.5, 0] }])).toEqual([2, 4]);
  });

  statement("arithmetic with null or a missing field is null", async () => {
    expect(await value({ $add: ["$absent", 1] })).toBeNull();
    expect(await value({ $multiply: [null, 2] })).toBeNull();
  });
});
