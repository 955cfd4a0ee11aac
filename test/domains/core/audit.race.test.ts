import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import mongoose from "mongoose";
import { AUDIT_COLLECTION } from "@server/core/audit/audit.model";
import { verifyChain } from "@server/core/audit/verify-chain";
import { buildIndexes } from "@server/core/db/build-indexes";
import { database } from "@server/core/db/connect";
import { outboxIndex, type DeliveredEvent, type OutboxEvent } from "@server/core/outbox/outbox";
import { relay } from "@server/core/outbox/relay";
import { startApp, type TestApp } from "@test/support/app";
import { auditChain } from "@test/support/audit";

interface Carrier {
  _id: string;
  outbox: OutboxEvent[];
}

const EVENTS = 50;
const COLLECTIONS = ["carriers", "other_carriers"] as const;
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  const { serves: _, ...index } = outboxIndex;
  for (const name of COLLECTIONS) await buildIndexes(database(), name, [index]);
});
beforeEach(async () => {
  for (const name of [...COLLECTIONS, AUDIT_COLLECTION]) await database().collection(name).deleteMany({});
});
afterAll(() => app.close());

const noted = (id: string): OutboxEvent => ({
  id,
  type: "probe.claimed",
  audit: { act: "probe.claim", actorId: "person-1", subject: { type: "probe", id } },
});
const fill = (collection: string, prefix: string) =>
  database()
    .collection<Carrier>(collection)
    .insertMany(Array.from({ length: EVENTS }, (_, n) => ({ _id: `${prefix}${n}`, outbox: [noted(`${prefix}${n}`)] })));
const run = (collection: string, deliver: () => Promise<void> = () => Promise.resolve()) =>
  relay({ source: { collection, deliver }, deps: app.deps });
const waiting = (collection: string) =>
  database()
    .collection(collection)
    .countDocuments({ "outbox.id": { $exists: true } });

async function expectOneChain(length: number): Promise<void> {
  const chain = await auditChain();
  expect(await verifyChain(chain, { sealer: app.deps.sealer, heads: [] })).toEqual({ isWhole: true, entries: length });
  expect(new Set(chain.map(({ _id }) => _id)).size).toBe(length);
}

describe("two relays at once", () => {
  test("over the same fifty events: one chain, none twice", async () => {
    await fill("carriers", "e");
    await Promise.all([run("carriers"), run("carriers")]);
    await expectOneChain(EVENTS);
    expect(await waiting("carriers")).toBe(0);
  });

  test("over fifty events each, one after the other: one chain, none lost", async () => {
    const appendEach = async (collection: string, prefix: string) => {
      for (let n = 0; n < EVENTS; n += 1) {
        const carrier = { _id: `${prefix}${n}`, outbox: [noted(`${prefix}${n}`)] };
        await database().collection<Carrier>(collection).insertOne(carrier);
        await run(collection);
      }
    };
    await Promise.all([appendEach("carriers", "e"), appendEach("other_carriers", "f")]);
    await expectOneChain(2 * EVENTS);
    for (const collection of COLLECTIONS) expect(await waiting(collection)).toBe(0);
  });

  test("control: who reads the end and writes the next place without the index forks the chain", async () => {
    const naive = database().collection<{ _id: string; seq: number }>("naive_entries");
    await buildIndexes(database(), "naive_entries", []);
    const append = async (prefix: string) => {
      for (let n = 0; n < EVENTS; n += 1) {
        const last = await naive.findOne({}, { sort: { seq: -1 } });
        await naive.insertOne({ _id: `${prefix}${n}`, seq: (last?.seq ?? 0) + 1 });
      }
    };
    await Promise.all([append("e"), append("f")]);
    const places = (await naive.find().toArray()).map(({ seq }) => seq);
    expect(new Set(places).size).toBeLessThan(places.length);
  });
});

test("a relay killed between appending and taking out: the next one appends nothing and delivers", async () => {
  await fill("carriers", "e");
  const { name: dbName } = mongoose.connection;
  const args = ["--import", "tsx", "test/support/relay-worker.ts", process.env["TEST_MONGODB_URI"] ?? "", dbName];
  const worker = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await once(worker.stdout, "data");
  const exited = once(worker, "exit");
  worker.kill("SIGKILL");
  await exited;
  expect(await waiting("carriers")).toBe(EVENTS);
  await expectOneChain(EVENTS);

  const heard: DeliveredEvent[] = [];
  const deliver = (_: unknown, events: readonly DeliveredEvent[]) => {
    heard.push(...events);
    return Promise.resolve();
  };
  await relay({ source: { collection: "carriers", deliver }, deps: app.deps });
  expect(heard).toHaveLength(EVENTS);
  expect(await waiting("carriers")).toBe(0);
  await expectOneChain(EVENTS);
});
