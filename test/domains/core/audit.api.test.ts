import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { AUDIT_COLLECTION, AUDIT_READS_COLLECTION } from "@server/core/audit/audit.model";
import { recordRead } from "@server/core/audit/record-read";
import { verifyChain } from "@server/core/audit/verify-chain";
import { database } from "@server/core/db/connect";
import { buildIndexes } from "@server/core/db/build-indexes";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";
import { relay } from "@server/core/outbox/relay";
import { startApp, type TestApp } from "@test/support/app";
import { auditChain, relayedChain } from "@test/support/audit";

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
  const read = { actorId: "cook-1", act: "probe.list", subject: { type: "sitting", id: "s1" }, carePointId: "c1" };

  test("is written before it happens and reaches the chain; nothing of it stays behind", async () => {
    await recordRead({ ...read, now: app.clock.now() });
    expect(await database().collection(AUDIT_READS_COLLECTION).countDocuments()).toBe(1);
    const [entry] = await relayedChain(app);
    expect(entry).toMatchObject({ ...read, at: new Date(app.clock.now()), seq: 1 });
    expect(await database().collection(AUDIT_READS_COLLECTION).countDocuments()).toBe(0);
  });
});
