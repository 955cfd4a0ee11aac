import { describe, expect } from "@jest/globals";
import { conformanceDatabase, statement } from "./conformance";

const { db, collection } = await conformanceDatabase();
const rows = await collection([
  { _id: 1, a: 1, tags: ["x", "y"], place: { city: "新乡" } },
  { _id: 2, a: 2, tags: ["y"], place: { city: "安宁" } },
  { _id: 3, a: 2, tags: [], place: { city: "新乡" } },
  { _id: 4, a: null },
  { _id: 5 },
]);

describe("count", () => {
  statement("countDocuments counts what the filter matches", async () => {
    expect(await rows.countDocuments()).toBe(5);
    expect(await rows.countDocuments({ a: 2 })).toBe(2);
    expect(await rows.countDocuments({ a: 9 })).toBe(0);
    expect(await rows.countDocuments({}, { skip: 1, limit: 3 })).toBe(3);
  });

  statement("estimatedDocumentCount counts the collection", async () => {
    expect(await rows.estimatedDocumentCount()).toBe(5);
    expect(await db.collection("none").estimatedDocumentCount()).toBe(0);
  });

  statement("the count command takes query, skip and limit", async () => {
    const count = rows.collectionName;
    expect(await db.command({ count, query: { a: 2 } })).toMatchObject({ n: 2 });
    expect(await db.command({ count, query: {}, skip: 2, limit: 2 })).toMatchObject({ n: 2 });
    expect(await db.command({ count, query: {}, skip: 4 })).toMatchObject({ n: 1 });
  });
});

describe("distinct", () => {
  statement("distinct gives each value once, null included, missing not", async () => {
    expect(new Set(await rows.distinct("a"))).toEqual(new Set([1, 2, null]));
  });

  statement("distinct looks into arrays and along paths", async () => {
    expect(new Set(await rows.distinct("tags"))).toEqual(new Set(["x", "y"]));
    expect(new Set(await rows.distinct("place.city"))).toEqual(new Set(["新乡", "安宁"]));
  });

  statement("distinct takes a filter", async () => {
    expect(await rows.distinct("tags", { a: 2 })).toEqual(["y"]);
    expect(await rows.distinct("absent")).toEqual([]);
  });
});
