import { describe, expect } from "@jest/globals";
import { conformanceDatabase, errorCode, statement } from "./conformance";

const { client, db, name, collection } = await conformanceDatabase();

describe("databases and collections", () => {
  statement("the first insert creates the collection", async () => {
    await db.collection("born").insertOne({ a: 1 });
    expect(await db.listCollections({ name: "born" }).toArray()).toHaveLength(1);
  });

  statement("listCollections describes a collection by name, type, options and its _id index", async () => {
    await db.createCollection("described");
    const [found] = await db.listCollections({ name: "described" }).toArray();
    expect(found).toMatchObject({ name: "described", type: "collection", options: {}, info: { readOnly: false } });
    expect(found).toMatchObject({ idIndex: { v: 2, key: { _id: 1 }, name: "_id_" } });
  });

  statement("listCollections with nameOnly gives names and types", async () => {
    await db.createCollection("named");
    const found = await db.listCollections({ name: "named" }, { nameOnly: true }).toArray();
    expect(found).toMatchObject([{ name: "named", type: "collection" }]);
  });

  statement("create of an existing collection with the same options succeeds", async () => {
    await db.createCollection("again");
    expect(await db.command({ create: "again" })).toMatchObject({ ok: 1 });
  });

  statement("drop removes the collection, its documents and its indexes", async () => {
    const rows = await collection([{ a: 1 }]);
    await rows.createIndex({ a: 1 });
    await rows.drop();
    expect(await db.listCollections({ name: rows.collectionName }).toArray()).toEqual([]);
    await rows.insertOne({ a: 2 });
    expect((await rows.indexes()).map((index) => index.name)).toEqual(["_id_"]);
    expect(await rows.countDocuments()).toBe(1);
  });

  statement("reading an absent collection finds nothing and creates nothing", async () => {
    const rows = db.collection("absent");
    expect(await rows.find().toArray()).toEqual([]);
    expect(await rows.countDocuments()).toBe(0);
    expect(await rows.distinct("a")).toEqual([]);
    expect((await rows.updateOne({ a: 1 }, { $set: { a: 2 } })).matchedCount).toBe(0);
    expect((await rows.deleteMany({})).deletedCount).toBe(0);
    expect(await db.listCollections({ name: "absent" }).toArray()).toEqual([]);
  });

  statement("listIndexes of an absent collection is NamespaceNotFound (26)", async () => {
    expect(await errorCode(db.command({ listIndexes: "absent" }))).toBe(26);
  });

  statement("dropIndexes of an absent collection is NamespaceNotFound (26)", async () => {
    expect(await errorCode(db.command({ dropIndexes: "absent", index: "*" }))).toBe(26);
  });

  statement("a collection name that is empty is InvalidNamespace (73)", async () => {
    expect(await errorCode(db.command({ find: "" }))).toBe(73);
  });

  statement("listDatabases lists a database once it holds a collection", async () => {
    await db.createCollection("counted");
    const { databases } = await client.db("admin").admin().listDatabases();
    expect(databases.map((one) => one.name)).toContain(name);
  });

  statement("dropDatabase removes every collection of this database only", async () => {
    const other = client.db(`${name}_b`);
    await other.collection("gone").insertOne({ a: 1 });
    await db.collection("stays").insertOne({ a: 1 });
    await other.dropDatabase();
    expect(await other.listCollections().toArray()).toEqual([]);
    expect(await db.collection("stays").countDocuments()).toBe(1);
  });

  statement("collStats counts documents and indexes", async () => {
    const rows = await collection([{ a: 1 }, { a: 2 }]);
    await rows.createIndex({ a: 1 });
    const stats = await db.command({ collStats: rows.collectionName });
    expect(stats).toMatchObject({ ns: `${name}.${rows.collectionName}`, count: 2, nindexes: 2 });
  });

  statement("dbStats counts collections and objects of its database", async () => {
    const other = client.db(`${name}_s`);
    await other.collection("one").insertMany([{ a: 1 }, { a: 2 }]);
    expect(await other.command({ dbStats: 1 })).toMatchObject({ db: `${name}_s`, collections: 1, objects: 2 });
    await other.dropDatabase();
  });
});
