import { describe, expect } from "@jest/globals";
import type { Document } from "mongodb";
import { conformanceDatabase, serverError, statement } from "./conformance";

const { collection } = await conformanceDatabase();
const rows = await collection([
  {
    _id: 1,
    name: "lunch",
    price: 1200,
    place: { city: "新乡", street: "x" },
    items: [
      { id: 1, n: 1 },
      { id: 2, n: 2 },
      { id: 3, n: 3 },
    ],
  },
]);

async function project(projection: Document, filter: Document = {}): Promise<Document | null> {
  return rows.findOne(filter, { projection });
}

describe("projection", () => {
  statement("inclusion keeps the named fields and _id, in the document's order", async () => {
    const found = await project({ price: 1, name: 1 });
    expect(JSON.stringify(found)).toBe('{"_id":1,"name":"lunch","price":1200}');
  });

  statement("_id may be left out of an inclusion", async () => {
    expect(await project({ _id: 0, name: 1 })).toEqual({ name: "lunch" });
  });

  statement("exclusion drops the named fields only", async () => {
    expect(await project({ items: 0, place: 0, _id: 0 })).toEqual({ name: "lunch", price: 1200 });
  });

  statement("a path keeps or drops one field of an embedded document", async () => {
    expect(await project({ _id: 0, "place.city": 1 })).toEqual({ place: { city: "新乡" } });
    expect(await project({ _id: 0, items: 0, name: 0, price: 0, "place.city": 0 })).toEqual({ place: { street: "x" } });
    expect(await project({ _id: 0, place: { city: 1 } })).toEqual({ place: { city: "新乡" } });
  });

  statement("a path works on every document of an array", async () => {
    expect(await project({ _id: 0, "items.n": 1 })).toEqual({ items: [{ n: 1 }, { n: 2 }, { n: 3 }] });
  });

  statement("an inclusion of a missing field adds nothing", async () => {
    expect(await project({ _id: 0, absent: 1, "place.absent": 1 })).toEqual({ place: {} });
  });

  statement("$slice takes the first, the last, or a window", async () => {
    const window = async (slice: number | number[]) => {
      const found = await project({ items: { $slice: slice } });
      return (found?.["items"] as { id: number }[]).map((item) => item.id);
    };
    expect(await window(1)).toEqual([1]);
    expect(await window(-2)).toEqual([2, 3]);
    expect(await window([1, 1])).toEqual([2]);
  });

  statement("$elemMatch keeps the first matching element", async () => {
    const found = await project({ items: { $elemMatch: { n: { $gte: 2 } } } });
    expect(found).toEqual({ _id: 1, items: [{ id: 2, n: 2 }] });
    expect(await project({ _id: 0, name: 1, items: { $elemMatch: { n: 9 } } })).toEqual({ name: "lunch" });
  });

  statement("the positional $ keeps the element the filter matched", async () => {
    expect(await project({ _id: 0, "items.$": 1 }, { "items.n": 3 })).toEqual({ items: [{ id: 3, n: 3 }] });
  });

  statement("a projection may compute fields", async () => {
    expect(await project({ _id: 0, yuan: { $divide: ["$price", 100] }, name: 1 })).toEqual({ name: "lunch", yuan: 12 });
    expect(await project({ _id: 0, city: "$place.city" })).toEqual({ city: "新乡" });
  });

  statement("inclusion and exclusion may not be mixed", async () => {
    await serverError(project({ name: 1, price: 0 }));
    await serverError(project({ name: 0, price: 1 }));
  });

  statement("an empty projection gives the whole document", async () => {
    expect(Object.keys((await project({})) ?? {})).toHaveLength(5);
  });
});
