import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import mongoose from "mongoose";
import { exportAuditHead, readExportedHeads } from "@server/core/audit/audit-heads";
import { AUDIT_COLLECTION, AUDIT_READS_COLLECTION } from "@server/core/audit/audit.model";
import { recordRead } from "@server/core/audit/record-read";
import { verifyChain } from "@server/core/audit/verify-chain";
import { database } from "@server/core/db/connect";
import { buildIndexes } from "@server/core/db/build-indexes";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";
import { relay } from "@server/core/outbox/relay";
import { startApp, type TestApp } from "@test/support/app";
import { auditChain, relayedChain } from "@test/support/audit";
import { commandsDuring, inWords } from "@test/support/commands";
import { buildLunchWorld } from "@test/support/lunch-world";
import { runNode } from "../../sweeps/commands/command";

const ROOT = resolve(import.meta.dirname, "../../..");

interface Carrier {
  _id: string;
  outbox?: OutboxEvent[];
}

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  const { serves: _, ...index } = outboxIndex;
  await buildIndexes(database(), "carriers", [index]);
});
beforeEach(async () => {
  for (const name of ["carriers", AUDIT_COLLECTION, AUDIT_READS_COLLECTION]) {
    await database().collection(name).deleteMany({});
  }
});
afterAll(() => app.close());

const audit = { act: "probe.claim", actorId: "person-1", subject: { type: "probe", id: "p1" } };
const push = (id: string, event: OutboxEvent) =>
  database()
    .collection<Carrier>("carriers")
    .updateOne({ _id: id }, { $push: { outbox: event } }, { upsert: true });
const run = (deliver: () => Promise<void> = () => Promise.resolve()) =>
  relay({ source: { collection: "carriers", deliver }, deps: app.deps });
const verdict = async () => verifyChain(await auditChain(), { sealer: app.deps.sealer, heads: [] });

describe("the audit chain (R-A1)", () => {
  test("an event with a note becomes an entry that names the one before; one without leaves nothing", async () => {
    const at = new Date("2026-11-22T01:00:00.000Z");
    await push("p1", { id: "e1", type: "probe.claimed", at, audit: { ...audit, forPersonId: "elder-1" } });
    await push("p1", { id: "e2", type: "probe.counted" });
    await push("p1", {
      id: "e3",
      type: "probe.released",
      audit: { ...audit, act: "probe.release", carePointId: "c1" },
    });
    await run();
    const [first, second, ...others] = await auditChain();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      _id: "e1",
      seq: 1,
      at,
      act: "probe.claim",
      forPersonId: "elder-1",
      carePointId: null,
    });
    expect(second).toMatchObject({ _id: "e3", seq: 2, at: new Date(app.clock.now()), carePointId: "c1" });
    expect(second?.previous).toBe(first?.hash);
    expect(await verdict()).toEqual({ isWhole: true, entries: 2 });
  });

  test("a batch whose delivery fails comes again and is not appended again", async () => {
    await push("p1", { id: "e1", type: "probe.claimed", audit });
    await run(() => Promise.reject(new Error("away")));
    await run();
    expect((await auditChain()).map(({ _id }) => _id)).toEqual(["e1"]);
  });

  test("the reason is sealed, and what was chained is provable after it was erased", async () => {
    await push("p1", { id: "e1", type: "probe.claimed", audit: { ...audit, reason: "手机没电，认识她" } });
    await push("p1", { id: "e2", type: "probe.claimed", audit });
    await run();
    expect(JSON.stringify(await auditChain())).not.toContain("手机");
    expect(await verdict()).toEqual({ isWhole: true, entries: 2 });
    await database()
      .collection<Carrier>(AUDIT_COLLECTION)
      .updateOne({ _id: "e1" }, { $set: { reason: null } });
    expect(await verdict()).toEqual({ isWhole: true, entries: 2 });
    const moved = app.deps.sealer.seal({ collection: AUDIT_COLLECTION, id: "e1", field: "reason" }, "别的原因");
    await database()
      .collection<Carrier>(AUDIT_COLLECTION)
      .updateOne({ _id: "e1" }, { $set: { reason: moved } });
    expect(await verdict()).toMatchObject({ isWhole: false, seq: 1, why: "its reason was altered" });
  });
});

describe("a staff read (R-A2)", () => {
  const countOf = (name: string) => database().collection(name).countDocuments();
  const read = { actorId: "cook-1", act: "probe.list", subject: { type: "sitting", id: "s1" }, carePointId: "c1" };

  test("is written before it happens and reaches the chain; nothing of it stays behind", async () => {
    await recordRead({ ...read, now: app.clock.now() });
    expect(await countOf(AUDIT_READS_COLLECTION)).toBe(1);
    const [entry] = await relayedChain(app);
    expect(entry).toMatchObject({ ...read, at: new Date(app.clock.now()), seq: 1 });
    expect(await countOf(AUDIT_READS_COLLECTION)).toBe(0);
  });

  test("that cannot be written down does not happen", async () => {
    const { cook, canteen } = await buildLunchWorld(app);
    const token = await app.signInAs(cook._id);
    const search = () =>
      app.request
        .post("/api/accounts/residents/search")
        .set("Authorization", `Bearer ${token}`)
        .send({ carePointId: canteen._id, search: "王" });
    expect((await search()).body.data.residents).toHaveLength(1);
    // Of documents without the field a unique index takes one: the next recorded read is refused by the database.
    const reads = database().collection(AUDIT_READS_COLLECTION);
    await reads.createIndex({ blocked: 1 }, { name: "blocked", unique: true });
    try {
      const sent = await commandsDuring(async () => {
        const { status, body } = await search();
        expect([status, Object.keys(body)]).toEqual([500, ["error"]]);
      });
      expect(inWords(sent)).toEqual(["insert audit_reads"]);
    } finally {
      await reads.dropIndex("blocked");
    }
    expect((await search()).status).toBe(200);
  });
});

describe("the exported head", () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "yike-audit-"));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
  const exportHead = () => exportAuditHead.run({ ...app.deps, env: { ...app.deps.env, dataDir } });
  const addEntry = async (id: string) => {
    await push(`p-${id}`, { id, type: "probe.claimed", audit });
    await run();
  };

  test("is written each night; nothing is, while there is no chain", async () => {
    await exportHead();
    expect(await readExportedHeads(dataDir)).toEqual([]);
    for (const id of ["e1", "e2"]) {
      await addEntry(id);
      await exportHead();
    }
    const [first, second] = await auditChain();
    const at = "2026-11-22T02:00:00.000Z";
    expect(await readExportedHeads(dataDir)).toEqual([
      { at, stream: "main", seq: 1, hash: first?.hash },
      { at, stream: "main", seq: 2, hash: second?.hash },
    ]);
  });

  test("npm run verify-audit compares the chain with it, and names the first broken place", async () => {
    const { fieldKeys, indexKey } = app.deps.env;
    const uri = new URL(process.env["TEST_MONGODB_URI"] ?? "");
    uri.pathname = `/${mongoose.connection.name}`;
    const env = {
      DATA_DIR: dataDir,
      MONGODB_URI: uri.href,
      FIELD_KEYS: fieldKeys.map(({ id, key }) => `${id}:${key.toString("base64")}`).join(),
      INDEX_KEY: indexKey.toString("base64"),
    };
    const verify = async () => {
      const command = runNode(["--import", "tsx", "server/scripts/verify-audit.ts"], { cwd: ROOT, env });
      return { code: await command.ended, lines: command.lines };
    };
    for (const id of ["e1", "e2", "e3"]) await addEntry(id);
    await exportHead();
    expect(await verify()).toEqual({ code: 0, lines: ["3 entries, chain whole"] });
    await database()
      .collection<Carrier>(AUDIT_COLLECTION)
      .updateOne({ _id: "e2" }, { $set: { actorId: "person-2" } });
    expect(await verify()).toEqual({ code: 1, lines: ["Chain broken at seq 2: it was altered."] });
    await database()
      .collection<Carrier>(AUDIT_COLLECTION)
      .deleteMany({ _id: { $in: ["e2", "e3"] } });
    const cut = "Chain broken at seq 2: it was there when the head was exported.";
    expect(await verify()).toEqual({ code: 1, lines: [cut] });
  });
});

test("who signs out twice is said to have gone once; her session stays ended and is dropped by its date", async () => {
  const { cook } = await buildLunchWorld(app);
  const token = await app.signInAs(cook._id);
  const signOut = () => app.request.post("/api/accounts/sign-out").set("Authorization", `Bearer ${token}`).send({});
  const answers = await Promise.all([signOut(), signOut(), signOut()]);
  expect(answers.some(({ status }) => status === 200)).toBe(true);
  expect((await signOut()).status).toBe(401);
  const entries = (await relayedChain(app)).filter(
    ({ act, actorId }) => act.endsWith("sign-out") && actorId === cook._id,
  );
  expect(entries).toHaveLength(1);
});
