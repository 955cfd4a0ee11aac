import { describe, expect } from "@jest/globals";
import type { Document } from "mongodb";
import { conformanceDatabase, embeddedOnly, ids, serverError, statement } from "./conformance";

const { db, collection } = await conformanceDatabase();
const rows = await collection([{ _id: 1, a: 1 }]);
const name = rows.collectionName;
const insert = { insert: name, documents: [{ _id: 2 }] };
const find = { find: name, filter: {} };
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
  ["bypassDocumentValidation", { ...insert, bypassDocumentValidation: true }],
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
