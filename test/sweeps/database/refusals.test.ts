import { describe, expect } from "@jest/globals";
import type { Document } from "mongodb";
import { conformanceDatabase, embeddedOnly, ids, serverError, statement } from "./conformance";

const { db, collection } = await conformanceDatabase();
const rows = await collection([{ _id: 1, a: 1 }]);
const name = rows.collectionName;
const insert = { insert: name, documents: [{ _id: 2 }] };
const find = { find: name, filter: {} };
const here = { type: "Point", coordinates: [0, 0] };
const index = (definition: Document) => ({
  createIndexes: name,
  indexes: [{ name: "x", key: { a: 1 }, ...definition }],
});
const pipeline = (...stages: Document[]) => ({ aggregate: name, pipeline: stages, cursor: {} });

/** What the engine does not do, and the word its refusal must hold. */
const refused: [string, Document][] = [
  ["mapReduce", { mapReduce: name, map: "x", reduce: "y", out: { inline: 1 } }],
  ["renameCollection", { renameCollection: `x.${name}`, to: "x.y" }],
  ["validate", { validate: name }],
  ["$where", { find: name, filter: { $where: "true" } }],
  ["$text", { find: name, filter: { $text: { $search: "x" } } }],
  ["$jsonSchema", { find: name, filter: { $jsonSchema: {} } }],
  ["collation", { ...find, collation: { locale: "zh" } }],
  ["collation", index({ collation: { locale: "zh" } })],
  ["collation", { update: name, updates: [{ q: {}, u: { $set: { a: 2 } }, collation: { locale: "zh" } }] }],
  ["tailable", { ...find, tailable: true }],
  ["capped", { create: "refused", capped: true, size: 4096 }],
  ["viewOn", { create: "refused", viewOn: name, pipeline: [] }],
  ["validator", { create: "refused", validator: { a: 1 } }],
  ["timeseries", { create: "refused", timeseries: { timeField: "t" } }],
  ["text", index({ key: { a: "text" } })],
  ["hashed", index({ key: { a: "hashed" } })],
  ["$**", index({ key: { "$**": 1 } })],
  ["hidden", index({ hidden: true })],
  ["sparse", index({ sparse: true })],
  ["$out", pipeline({ $out: "other" })],
  ["$merge", pipeline({ $merge: "other" })],
  ["$changeStream", pipeline({ $changeStream: {} })],
  ["$function", pipeline({ $project: { a: { $function: { body: "x", args: [], lang: "js" } } } })],
  ["collation", { explain: { ...find, collation: { locale: "zh" } } }],
  [
    "collation",
    { explain: { update: name, updates: [{ q: {}, u: { $set: { a: 2 } }, collation: { locale: "zh" } }] } },
  ],
  ["collation", { explain: { delete: name, deletes: [{ q: {}, limit: 0, collation: { locale: "zh" } }] } }],
  ["collation", { explain: { findAndModify: name, update: { $set: { a: 2 } }, collation: { locale: "zh" } } }],
  ["strange", { ...find, strange: false }],
  ["autoIndexId", { create: "refused", autoIndexId: false }],
  ["v: 1", index({ v: 1 })],
  ["2dsphereIndexVersion: 1", index({ key: { a: "2dsphere" }, "2dsphereIndexVersion": 1 })],
  ["nowhere", { ...insert, writeConcern: { w: "nowhere" } }],
  ["strange", { aggregate: name, pipeline: [], cursor: { strange: 1 } }],
  ["strange", { explain: find, verbosity: "strange" }],
  ["arrayFilters", { findAndModify: name, remove: true, arrayFilters: [] }],
  ["$slice", { ...find, projection: { a: { $slice: [1, 2, 3] } } }],
  ["options: q", { find: name, filter: { a: { $regex: "x", $options: "q" } } }],
  ["$strange", { find: name, filter: { a: { $near: { $geometry: here, $strange: 1 } } } }],
  ["$strange", { find: name, filter: { a: { $geoWithin: { $centerSphere: [[0, 0], 1], $strange: 1 } } } }],
  ["crs", { find: name, filter: { a: { $geoWithin: { $geometry: { ...here, crs: {} } } } } }],
  ["strange", pipeline({ $unwind: { path: "$a", strange: 1 } })],
  ["strange", pipeline({ $sample: { size: 1, strange: 1 } })],
  ["strange", pipeline({ $bucket: { groupBy: "$a", boundaries: [0, 9], strange: 1 } })],
  ["strange", pipeline({ $unionWith: { coll: name, strange: 1 } })],
  ["strange", pipeline({ $lookup: { from: name, as: "b", pipeline: [], strange: 1 } })],
  ["$facet", pipeline({ $facet: { inner: [{ $facet: {} }] } })],
  ["bypassDocumentValidation", { ...insert, bypassDocumentValidation: true }],
];

/** Expressions with more than their operator reads. */
const overfull: [string, Document][] = [
  ["strange", { $cond: { if: true, then: 1, else: 2, strange: 3 } }],
  ["strange", { $dateToString: { date: "$$NOW", strange: 1 } }],
  ["%G", { $dateToString: { date: "$$NOW", format: "%G" } }],
  ["strange", { $year: { date: "$$NOW", strange: 1 } }],
  ["strange", { $filter: { input: [], cond: true, strange: 1 } }],
  ["strange", { $let: { vars: {}, in: 1, strange: 1 } }],
  ["strange", { $map: { input: [], in: 1, strange: 1 } }],
  ["strange", { $reduce: { input: [], initialValue: 1, in: 1, strange: 1 } }],
  ["strange", { $regexMatch: { input: "a", regex: "a", strange: 1 } }],
  ["strange", { $switch: { branches: [{ case: true, then: 1, strange: 1 }] } }],
  ["strange", { $trim: { input: "a", strange: 1 } }],
  ["$round", { $round: [1, 2, 3] }],
  ["$divide", { $divide: [1, 2, 3] }],
  ["$cond", { $cond: [true, 1] }],
];

/** The message of a refused command, or of the refused statement of a write. */
async function refusalOf(command: Document): Promise<string> {
  const reply = await db.command(command).catch((error: unknown) => ({ writeErrors: [{ errmsg: String(error) }] }));
  return (reply["writeErrors"] as { errmsg: string }[] | undefined)?.[0]?.errmsg ?? "";
}

describe("what the engine does not do is refused by name and changes nothing", () => {
  for (const [word, command] of refused) {
    embeddedOnly(`${Object.keys(command)[0]} refuses ${word} in ${JSON.stringify(command).slice(0, 110)}`, async () => {
      expect(await refusalOf(command)).toContain(word);
      expect(await rows.find().toArray()).toEqual([{ _id: 1, a: 1 }]);
      expect(await rows.indexes()).toHaveLength(1);
    });
  }

  for (const [word, expression] of overfull) {
    embeddedOnly(`${JSON.stringify(expression)} is refused by the word ${word}`, async () => {
      expect(await refusalOf(pipeline({ $project: { x: expression } }))).toContain(word);
    });
  }

  statement("an unknown stage and an unknown operator are refused by name, on every engine", async () => {
    expect(await refusalOf(pipeline({ $frobnicate: {} }))).toContain("$frobnicate");
    expect(await refusalOf({ find: name, filter: { a: { $frobnicate: 1 } } })).toContain("$frobnicate");
    expect(await ids(rows, {})).toEqual([1]);
  });

  embeddedOnly("an unacknowledged write is not done", async () => {
    await rows.insertOne({ _id: 9 }, { writeConcern: { w: 0 } }).catch(() => undefined);
    // The refusal may be the end of the connection: there is no reply to say it in.
    await db.command({ ping: 1 }).catch(() => undefined);
    expect(await ids(rows, {})).toEqual([1]);
  });

  embeddedOnly("a key longer than the index holds is refused, the document is not stored", async () => {
    const long = await collection();
    await long.createIndex({ a: 1 });
    await serverError(long.insertOne({ _id: 1, a: "x".repeat(5_000) }));
    expect(await long.countDocuments()).toBe(0);
  });
});
