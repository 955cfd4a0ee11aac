import { describe, expect } from "@jest/globals";
import type { Document } from "mongodb";
import { planOf } from "@test/support/explain";
import { conformanceDatabase, embeddedOnly, serverError, statement } from "./conformance";

const { db, collection } = await conformanceDatabase();

/** 4,000 portions, so that no planner prefers a scan. */
const rows = await collection(
  Array.from({ length: 4_000 }, (_, n) => ({
    _id: n,
    sitting: `s${n % 200}`,
    seat: n,
    elder: `e${n % 1_000}`,
    keys: [`k${n}`, `l${n}`],
    plain: n,
    ...(n % 10 === 0 ? { active: true } : {}),
  })),
);
await rows.createIndexes([
  { key: { sitting: 1, seat: 1 }, name: "by_seat" },
  { key: { elder: 1 }, name: "by_elder", partialFilterExpression: { active: true } },
  { key: { keys: 1 }, name: "by_key" },
]);
const plan = (filter: Document, more: Document = {}) => planOf(db, { find: rows.collectionName, filter, ...more });

describe("explain", () => {
  statement("a filter on a field without an index is a COLLSCAN", async () => {
    expect(await plan({ plain: 5 })).toEqual({ scansAll: true, indexes: [] });
  });

  statement("an equality on the first field of an index uses it, by name", async () => {
    expect(await plan({ sitting: "s5" })).toEqual({ scansAll: false, indexes: ["by_seat"] });
  });

  statement("an equality followed by a range uses the compound index", async () => {
    expect(await plan({ sitting: "s5", seat: { $gte: 1_000 } })).toEqual({ scansAll: false, indexes: ["by_seat"] });
  });

  statement("the second field alone does not use a compound index", async () => {
    expect(await plan({ seat: { $gt: 3_990 } })).toEqual({ scansAll: true, indexes: [] });
  });

  statement("$in uses the index", async () => {
    expect(await plan({ sitting: { $in: ["s5", "s7"] } })).toEqual({ scansAll: false, indexes: ["by_seat"] });
  });

  embeddedOnly(
    "a field that is absent stands in an index: what has it is passed over, and the order goes on",
    async () => {
      await rows.createIndex({ sitting: 1, active: 1, seat: 1 }, { name: "by_freedom" });
      const free = { sitting: "s10", active: { $exists: false }, seat: { $gte: 1_000 } };
      const found = await plan(free, { sort: { seat: 1 }, limit: 1 });
      await rows.dropIndex("by_freedom");
      expect(found).toEqual({ scansAll: false, indexes: ["by_freedom"] });
    },
  );

  statement("a multikey index finds an element", async () => {
    expect(await plan({ keys: "k7" })).toEqual({ scansAll: false, indexes: ["by_key"] });
  });

  statement("an _id is no COLLSCAN", async () => {
    expect((await plan({ _id: 7 })).scansAll).toBe(false);
  });

  statement("a partial index is used only when the query repeats its filter", async () => {
    expect(await plan({ elder: "e10", active: true })).toEqual({ scansAll: false, indexes: ["by_elder"] });
    expect(await plan({ elder: "e10" })).toEqual({ scansAll: true, indexes: [] });
    expect(await plan({ elder: "e10", active: { $ne: false } })).toEqual({ scansAll: true, indexes: [] });
  });

  statement("a sort that the index gives keeps using it", async () => {
    const sorted = await plan({ sitting: "s5" }, { sort: { seat: 1 }, limit: 5 });
    expect(sorted).toEqual({ scansAll: false, indexes: ["by_seat"] });
  });

  statement("count, distinct and aggregate explain their index too", async () => {
    const name = rows.collectionName;
    const query = { sitting: "s5" };
    expect((await planOf(db, { count: name, query })).indexes).toEqual(["by_seat"]);
    expect((await planOf(db, { distinct: name, key: "seat", query })).indexes).toEqual(["by_seat"]);
    const pipeline = [{ $match: query }, { $group: { _id: "$elder", n: { $sum: 1 } } }];
    expect((await planOf(db, { aggregate: name, pipeline, cursor: {} })).indexes).toEqual(["by_seat"]);
  });

  statement("update, delete and findAndModify explain without changing anything", async () => {
    const name = rows.collectionName;
    const q = { sitting: "s5" };
    const update = { update: name, updates: [{ q, u: { $set: { changed: true } } }] };
    expect((await planOf(db, update)).indexes).toEqual(["by_seat"]);
    expect((await planOf(db, { delete: name, deletes: [{ q, limit: 1 }] })).indexes).toEqual(["by_seat"]);
    const claim = { findAndModify: name, query: q, update: { $set: { changed: true } } };
    expect((await planOf(db, claim)).indexes).toEqual(["by_seat"]);
    expect(await rows.countDocuments({ changed: true })).toBe(0);
    expect(await rows.countDocuments()).toBe(4_000);
  });

  statement("a hint chooses the index, by name or by key", async () => {
    expect((await plan({ sitting: "s5", keys: "k5" }, { hint: "by_key" })).indexes).toEqual(["by_key"]);
    expect((await plan({ sitting: "s5", keys: "k5" }, { hint: { sitting: 1, seat: 1 } })).indexes).toEqual(["by_seat"]);
  });

  statement("a hint for an index that does not exist is refused", async () => {
    await serverError(rows.find({ sitting: "s5" }).hint("absent").toArray());
  });

  statement("executionStats count what was examined and returned", async () => {
    const reply = await db.command({
      explain: { find: rows.collectionName, filter: { sitting: "s5" } },
      verbosity: "executionStats",
    });
    expect(reply["executionStats"]).toMatchObject({ nReturned: 20, totalDocsExamined: 20 });
  });
});
