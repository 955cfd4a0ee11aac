import { describe, expect } from "@jest/globals";
import { Long, Timestamp, type Document } from "mongodb";
import { conformanceDatabase, errorCode, fieldsOf, statement, type Row } from "./conformance";

const { collection } = await conformanceDatabase();

/** The fields of one document after one update. */
async function after(before: Row, update: Document): Promise<Document | undefined> {
  const rows = await collection([{ _id: 1, ...before }]);
  await rows.updateOne({ _id: 1 }, update);
  return fieldsOf(rows, 1);
}

/** The server's code for an update of one document that must be refused. */
async function refusal(before: Row, update: Document): Promise<number | string | undefined> {
  const rows = await collection([{ _id: 1, ...before }]);
  const code = await errorCode(rows.updateOne({ _id: 1 }, update));
  expect(await fieldsOf(rows, 1)).toEqual(before);
  return code;
}

describe("$set and $unset", () => {
  statement("$set replaces a value and adds a field", async () => {
    expect(await after({ a: 1 }, { $set: { a: "x", b: 2 } })).toEqual({ a: "x", b: 2 });
  });

  statement("$set makes the documents on its path", async () => {
    expect(await after({}, { $set: { "a.b.c": 1 } })).toEqual({ a: { b: { c: 1 } } });
  });

  statement("$set of a path leaves its neighbours", async () => {
    expect(await after({ a: { b: 1, c: 2 } }, { $set: { "a.b": 9 } })).toEqual({ a: { b: 9, c: 2 } });
  });

  statement("$set of an array index replaces the element and pads with null behind the end", async () => {
    expect(await after({ a: [1, 2] }, { $set: { "a.1": 9 } })).toEqual({ a: [1, 9] });
    expect(await after({ a: [1] }, { $set: { "a.3": 9 } })).toEqual({ a: [1, null, null, 9] });
  });

  statement("$set through a scalar is refused as PathNotViable (28) and changes nothing", async () => {
    expect(await refusal({ a: 1 }, { $set: { "a.b": 2 } })).toBe(28);
  });

  statement("an empty $set changes nothing and is no error", async () => {
    expect(await after({ a: 1 }, { $set: {} })).toEqual({ a: 1 });
  });

  statement("$unset removes a field, and a nested one", async () => {
    expect(await after({ a: 1, b: { c: 1, d: 2 } }, { $unset: { a: "", "b.c": "" } })).toEqual({ b: { d: 2 } });
  });

  statement("$unset of an array element leaves null in its place", async () => {
    expect(await after({ a: [1, 2, 3] }, { $unset: { "a.1": "" } })).toEqual({ a: [1, null, 3] });
  });

  statement("an update that changes no value matches but modifies nothing", async () => {
    const rows = await collection([{ _id: 1, a: 1 }]);
    const result = await rows.updateOne({ _id: 1 }, { $set: { a: 1 }, $unset: { b: "" } });
    expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 0, upsertedCount: 0 });
  });

  statement("updateOne changes one match, updateMany all", async () => {
    const rows = await collection([{ a: 1 }, { a: 1 }, { a: 2 }]);
    expect(await rows.updateOne({ a: 1 }, { $set: { b: 1 } })).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await rows.updateMany({ a: 1 }, { $set: { b: 1 } })).toMatchObject({ matchedCount: 2, modifiedCount: 1 });
    expect(await rows.countDocuments({ b: 1 })).toBe(2);
  });
});

describe("arithmetic", () => {
  statement("$inc adds, subtracts and starts a missing field at the amount", async () => {
    expect(await after({ a: 1, b: 5 }, { $inc: { a: 2, b: -7, c: 3 } })).toEqual({ a: 3, b: -2, c: 3 });
  });

  statement("$inc keeps fractions", async () => {
    expect(await after({ a: 1 }, { $inc: { a: 0.5 } })).toEqual({ a: 1.5 });
  });

  statement("$inc past 32 bits becomes a 64-bit integer, exactly", async () => {
    expect(await after({ a: 2_147_483_647 }, { $inc: { a: 1 } })).toEqual({ a: 2_147_483_648 });
    const rows = await collection([{ _id: 1, a: Long.fromString("9007199254740993") }]);
    await rows.updateOne({ _id: 1 }, { $inc: { a: 1 } });
    const found = await rows.findOne({ _id: 1 }, { promoteLongs: false });
    expect(String(found?.["a"])).toBe("9007199254740994");
  });

  statement("$inc of a string, and by a string, is TypeMismatch (14)", async () => {
    expect(await refusal({ a: "x" }, { $inc: { a: 1 } })).toBe(14);
    expect(await refusal({ a: 1 }, { $inc: { a: "1" } })).toBe(14);
  });

  statement("$inc of null is TypeMismatch (14)", async () => {
    expect(await refusal({ a: null }, { $inc: { a: 1 } })).toBe(14);
  });

  statement("$mul multiplies and sets a missing field to 0", async () => {
    expect(await after({ a: 4 }, { $mul: { a: 2.5, b: 3 } })).toEqual({ a: 10, b: 0 });
  });

  statement("$min and $max write only the smaller or the greater value", async () => {
    expect(await after({ a: 5, b: 5 }, { $min: { a: 3, b: 9 } })).toEqual({ a: 3, b: 5 });
    expect(await after({ a: 5, b: 5 }, { $max: { a: 3, b: 9 } })).toEqual({ a: 5, b: 9 });
  });

  statement("$min and $max set a missing field and compare types in BSON order", async () => {
    expect(await after({}, { $min: { a: 1 }, $max: { b: 2 } })).toEqual({ a: 1, b: 2 });
    expect(await after({ a: "text" }, { $min: { a: 100 } })).toEqual({ a: 100 });
  });

  statement("$min and $max order dates", async () => {
    const early = new Date("2026-01-01T00:00:00Z");
    const late = new Date("2026-01-02T00:00:00Z");
    expect(await after({ a: late, b: early }, { $min: { a: early }, $max: { b: late } })).toEqual({
      a: early,
      b: late,
    });
  });
});

describe("$rename, $currentDate, $setOnInsert", () => {
  statement("$rename moves a value, also to another path, and overwrites", async () => {
    expect(await after({ a: 1, b: 2 }, { $rename: { a: "b" } })).toEqual({ b: 1 });
    expect(await after({ a: { x: 1 } }, { $rename: { "a.x": "c.y" } })).toEqual({ a: {}, c: { y: 1 } });
  });

  statement("$rename of a missing field does nothing", async () => {
    expect(await after({ a: 1 }, { $rename: { z: "y" } })).toEqual({ a: 1 });
  });

  statement("$currentDate writes the server's date or a timestamp", async () => {
    const found = await after({}, { $currentDate: { a: true, b: { $type: "timestamp" } } });
    expect(Math.abs(Number(found?.["a"]) - Date.now())).toBeLessThan(60_000);
    expect(found?.["b"]).toBeInstanceOf(Timestamp);
  });

  statement("$setOnInsert does nothing to a document that exists", async () => {
    expect(await after({ a: 1 }, { $setOnInsert: { b: 1 }, $set: { c: 1 } })).toEqual({ a: 1, c: 1 });
  });
});

describe("refused updates", () => {
  statement("changing _id is ImmutableField (66)", async () => {
    expect(await refusal({ a: 1 }, { $set: { _id: 2 } })).toBe(66);
    expect(await refusal({ a: 1 }, { $unset: { _id: "" } })).toBe(66);
  });

  statement("setting _id to the value it has is no change", async () => {
    expect(await after({ a: 1 }, { $set: { _id: 1, a: 2 } })).toEqual({ a: 2 });
  });

  statement("two operators on one path, or on a path and its parent, conflict (40)", async () => {
    expect(await refusal({ a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } })).toBe(40);
    expect(await refusal({ a: {} }, { $set: { a: 1, "a.b": 1 } })).toBe(40);
  });

  statement("an unknown update operator is FailedToParse (9)", async () => {
    expect(await refusal({ a: 1 }, { $frobnicate: { a: 1 } })).toBe(9);
  });

  statement("an operator whose argument is not a document is FailedToParse (9)", async () => {
    expect(await refusal({ a: 1 }, { $set: 5 })).toBe(9);
  });
});
