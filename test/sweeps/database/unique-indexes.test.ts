import { describe, expect } from "@jest/globals";
import { Decimal128, ObjectId, type Document } from "mongodb";
import { conformanceDatabase, errorCode, ids, serverError, statement } from "./conformance";

const { collection } = await conformanceDatabase();

describe("unique indexes", () => {
  statement("a second document with the value is 11000, naming index and value", async () => {
    const rows = await collection([{ _id: 1, code: "x" }]);
    await rows.createIndex({ code: 1 }, { unique: true });
    const error = await serverError(rows.insertOne({ code: "x" }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { code: 1 }, keyValue: { code: "x" } });
    expect(error.message).toContain("code_1");
  });

  statement("an update into a taken value is 11000 and changes nothing", async () => {
    const rows = await collection([
      { _id: 1, code: "x" },
      { _id: 2, code: "y" },
    ]);
    await rows.createIndex({ code: 1 }, { unique: true });
    const error = await serverError(rows.updateOne({ _id: 2 }, { $set: { code: "x", n: 1 } }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { code: 1 } });
    expect(await rows.findOne({ _id: 2 })).toEqual({ _id: 2, code: "y" });
  });

  statement("a value is free again after its document is deleted or changed", async () => {
    const rows = await collection([
      { _id: 1, code: "x" },
      { _id: 2, code: "y" },
    ]);
    await rows.createIndex({ code: 1 }, { unique: true });
    await rows.deleteOne({ _id: 1 });
    await rows.updateOne({ _id: 2 }, { $set: { code: "z" } });
    await rows.insertMany([{ code: "x" }, { code: "y" }]);
    expect(await rows.countDocuments()).toBe(3);
  });

  statement("a missing field counts as null: only one document may lack it", async () => {
    const rows = await collection([{ _id: 1 }]);
    await rows.createIndex({ code: 1 }, { unique: true });
    expect(await serverError(rows.insertOne({ _id: 2 }))).toMatchObject({ code: 11000, keyValue: { code: null } });
    expect(await errorCode(rows.insertOne({ _id: 3, code: null }))).toBe(11000);
  });

  statement("a compound index compares all its fields together", async () => {
    const rows = await collection([{ _id: 1, elder: "a", date: "2026-03-01", meal: "lunch" }]);
    await rows.createIndex({ elder: 1, date: 1, meal: 1 }, { unique: true });
    await rows.insertOne({ _id: 2, elder: "a", date: "2026-03-01", meal: "dinner" });
    const error = await serverError(rows.insertOne({ elder: "a", date: "2026-03-01", meal: "lunch" }));
    expect(error).toMatchObject({
      code: 11000,
      keyPattern: { elder: 1, date: 1, meal: 1 },
      keyValue: { elder: "a", date: "2026-03-01", meal: "lunch" },
    });
  });

  statement("strings differ by case, accent and final blanks", async () => {
    const rows = await collection([{ code: "a" }]);
    await rows.createIndex({ code: 1 }, { unique: true });
    await rows.insertMany([{ code: "A" }, { code: "a " }, { code: "á" }, { code: "" }]);
    expect(await rows.countDocuments()).toBe(5);
  });

  statement('types differ: 1, "1", true and an id of the same digits', async () => {
    const rows = await collection([{ a: 1 }]);
    await rows.createIndex({ a: 1 }, { unique: true });
    await rows.insertMany([{ a: "1" }, { a: true }, { a: new ObjectId() }, { a: { b: 1 } }]);
    expect(await errorCode(rows.insertOne({ a: Decimal128.fromString("1") }))).toBe(11000);
  });
});

describe("unique multikey indexes", () => {
  statement("an element may be in one document only", async () => {
    const rows = await collection([{ _id: 1, keys: ["a", "b"] }]);
    await rows.createIndex({ keys: 1 }, { unique: true });
    const error = await serverError(rows.insertOne({ _id: 2, keys: ["c", "b"] }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { keys: 1 } });
    await rows.insertOne({ _id: 3, keys: ["c"] });
  });

  statement("elements of one document are not compared with each other", async () => {
    const rows = await collection([{ _id: 1, keys: ["a", "a"] }]);
    await rows.createIndex({ keys: 1 }, { unique: true });
    await rows.updateOne({ _id: 1 }, { $push: { keys: "a" } } as Document);
    expect(await ids(rows, { keys: "a" })).toEqual([1]);
  });

  statement("a push of an element that another document holds is 11000", async () => {
    const rows = await collection([
      { _id: 1, keys: ["a"] },
      { _id: 2, keys: ["b"] },
    ]);
    await rows.createIndex({ keys: 1 }, { unique: true });
    expect(await errorCode(rows.updateOne({ _id: 2 }, { $push: { keys: "a" } } as Document))).toBe(11000);
    expect(await ids(rows, { keys: "a" })).toEqual([1]);
  });

  statement("a pulled element is free for others", async () => {
    const rows = await collection([{ _id: 1, keys: ["a", "b"] }]);
    await rows.createIndex({ keys: 1 }, { unique: true });
    await rows.updateOne({ _id: 1 }, { $pull: { keys: "a" } } as Document);
    await rows.insertOne({ _id: 2, keys: ["a"] });
    expect(await ids(rows, { keys: "a" })).toEqual([2]);
  });

  statement("a path into documents of an array is compared across documents", async () => {
    const rows = await collection([{ _id: 1, past: [{ id: "x" }, { id: "y" }] }]);
    await rows.createIndex({ "past.id": 1 }, { unique: true });
    expect(await errorCode(rows.insertOne({ past: [{ id: "y" }] }))).toBe(11000);
  });

  statement("an index on two arrays of one document is refused (171)", async () => {
    const rows = await collection();
    await rows.createIndex({ a: 1, b: 1 });
    expect(await errorCode(rows.insertOne({ a: [1], b: [2] }))).toBe(171);
  });
});
