import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect } from "@jest/globals";
import { Long, MongoClient, type ClientSession } from "mongodb";
import { runEngine, startEngine, type OwnEngine } from "@test/support/embedded-engine";
import { embeddedOnly } from "./conformance";

interface Portion {
  _id: string | number;
  n: number;
  keys?: string[];
}

let folder = "";
let engine: OwnEngine;
let client: MongoClient;

async function start(...words: string[]): Promise<void> {
  engine = await startEngine(folder, ...words);
  client = await MongoClient.connect(engine.uri, { retryWrites: false, serverSelectionTimeoutMS: 5_000 });
}
async function killAndStart(): Promise<void> {
  await engine.kill();
  await client.close();
  await start();
}
const rows = () => client.db("town").collection<Portion>("portions");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yike-engine-"));
});
afterEach(async () => {
  await client.close();
  await engine.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe("after kill -9", () => {
  embeddedOnly("every acknowledged write is found and no index disagrees, kill after kill", async () => {
    await start();
    await rows().createIndexes([
      { key: { n: 1 } },
      { key: { keys: 1 }, unique: true, partialFilterExpression: { keys: { $exists: true } } },
    ]);
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const writer = async (hand: number) => {
        for (let n = 0; ; n += 1) {
          const id = `${round}-${hand}-${n}`;
          await rows().insertOne({ _id: id, n, keys: [`k${id}`, `l${id}`] });
          acknowledged.push(id);
        }
      };
      const writers = Promise.allSettled(Array.from({ length: 8 }, (_, hand) => writer(hand)));
      const before = acknowledged.length;
      while (acknowledged.length < before + 150) await client.db("town").command({ ping: 1 });
      await killAndStart();
      await writers;
    }
    const found = new Set((await rows().find().project({ _id: 1 }).toArray()).map((row) => row["_id"]));
    expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
    await engine.kill();
    expect(await runEngine("--check", "--data-dir", folder)).toMatchObject({ code: 0 });
  });

  embeddedOnly("a transaction is there whole or not at all", async () => {
    await start();
    await rows().insertMany([
      { _id: 1, n: 0 },
      { _id: 2, n: 0 },
    ]);
    const write = async (session: ClientSession, n: number) => {
      session.startTransaction();
      await rows().updateOne({ _id: 1 }, { $inc: { n } }, { session });
      await rows().updateOne({ _id: 2 }, { $inc: { n } }, { session });
    };
    const session = client.startSession();
    await write(session, 1);
    await session.commitTransaction();
    await write(session, 10);
    await killAndStart();
    expect(await rows().find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
    ]);
  });

  embeddedOnly("a repeated write is still known as repeated", async () => {
    await start();
    await rows().insertOne({ _id: 1, n: 0 });
    const lsid = client.startSession().id;
    const updates = [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }];
    const send = async () => {
      const session = client.startSession();
      Object.assign(session.id ?? {}, lsid);
      return client.db("town").command({ update: "portions", updates, txnNumber: Long.fromNumber(1) }, { session });
    };
    await send();
    await killAndStart();
    expect(await send()).toMatchObject({ n: 1, nModified: 1 });
    expect(await rows().findOne({ _id: 1 })).toEqual({ _id: 1, n: 1 });
  });
});

describe("one engine per folder", () => {
  embeddedOnly("a second engine on the folder is refused in one sentence", async () => {
    await start();
    const second = await runEngine("--port", "0", "--data-dir", folder);
    expect(second.code).toBe(1);
    expect(second.output.trim().split("\n")).toHaveLength(1);
    expect(second.output).toContain(folder);
  });

  embeddedOnly("a taken port is refused in one sentence", async () => {
    await start();
    const other = mkdtempSync(join(tmpdir(), "yike-engine-"));
    const { port } = new URL(engine.uri);
    const second = await runEngine("--port", port, "--data-dir", other);
    rmSync(other, { recursive: true, force: true });
    expect(second.code).toBe(1);
    expect(second.output).toContain(port);
    expect(second.output.trim().split("\n")).toHaveLength(1);
  });

  embeddedOnly("it ends when its parent's pipe closes, and keeps the data", async () => {
    await start();
    await rows().insertOne({ _id: 1, n: 1 });
    expect(await engine.closePipe()).toBe(0);
    await client.close();
    await start();
    expect(await rows().findOne({})).toEqual({ _id: 1, n: 1 });
  });
});

describe("a transaction left alone", () => {
  embeddedOnly("it is aborted after its lifetime and what waited for it goes on", async () => {
    await start("--transaction-lifetime-ms", "500");
    await rows().insertOne({ _id: 1, n: 1 });
    const session = client.startSession();
    session.startTransaction();
    await rows().updateOne({ _id: 1 }, { $set: { n: 100 } }, { session });
    expect(await rows().findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }, { returnDocument: "after" })).toEqual({
      _id: 1,
      n: 2,
    });
    await expect(session.commitTransaction()).rejects.toMatchObject({ code: 251 });
    await session.endSession();
  });
});
