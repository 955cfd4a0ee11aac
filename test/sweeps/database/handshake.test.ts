import { describe, expect } from "@jest/globals";
import { MongoClient } from "mongodb";
import { conformanceDatabase, serverError, statement } from "./conformance";

const { client, db, name, uri } = await conformanceDatabase();
const admin = client.db("admin");

describe("handshake", () => {
  statement("hello says that the server is a writable primary with sessions", async () => {
    const hello = await admin.command({ hello: 1 });
    expect(hello).toMatchObject({ ok: 1, isWritablePrimary: true, readOnly: false });
    expect(hello["logicalSessionTimeoutMinutes"]).toBeGreaterThan(0);
    expect(hello["localTime"]).toBeInstanceOf(Date);
  });

  statement("hello names the limits of a document, a message and a batch", async () => {
    const hello = await admin.command({ hello: 1 });
    expect(hello).toMatchObject({ maxBsonObjectSize: 16_777_216, maxMessageSizeBytes: 48_000_000 });
    expect(hello["maxWriteBatchSize"]).toBe(100_000);
  });

  statement("hello is not a standalone, so the driver allows transactions and retryable writes", async () => {
    const hello = await admin.command({ hello: 1 });
    expect(hello["setName"] ?? hello["msg"]).toEqual(expect.any(String));
    expect(hello["maxWireVersion"]).toBeGreaterThanOrEqual(21);
  });

  statement("ping answers ok, on any database", async () => {
    expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  statement("buildInfo carries a version and its parts", async () => {
    const info = await admin.command({ buildInfo: 1 });
    expect(info["version"]).toMatch(/^\d+\.\d+\.\d+/);
    expect(info["versionArray"]).toHaveLength(4);
    expect(String(info["version"])).toContain(info["versionArray"].slice(0, 2).join("."));
  });

  statement("a second connection is refused nothing and sees the same data", async () => {
    await db.collection("shared").insertOne({ seen: true });
    const other = await MongoClient.connect(uri);
    expect(await other.db(name).collection("shared").countDocuments({ seen: true })).toBe(1);
    await other.close();
  });

  statement("an unknown command is refused with CommandNotFound (59) and its name", async () => {
    const error = await serverError(db.command({ fetchEverything: 1 }));
    expect(error.code).toBe(59);
    expect(error.message).toContain("fetchEverything");
  });

  statement("endSessions is answered with ok", async () => {
    const session = client.startSession();
    await db.command({ ping: 1 }, { session });
    expect(await admin.command({ endSessions: [session.id] })).toMatchObject({ ok: 1 });
    await session.endSession();
  });

  statement("an unknown field of a command is refused by its name", async () => {
    const error = await serverError(db.command({ find: "shared", filter: {}, filtre: {} }));
    expect(error.message).toContain("filtre");
  });
});
