import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { database } from "@server/core/db/connect";
import { buildIndexes } from "@server/core/db/build-indexes";
import { outboxIndex, type DeliveredEvent, type OutboxSource } from "@server/core/outbox/outbox";
import { relay } from "@server/core/outbox/relay";
import { startApp, type TestApp } from "@test/support/app";

interface Carrier {
  _id: string;
  state: string;
  outbox?: object[];
}

describe("the outbox relay", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    const { serves: _, ...index } = outboxIndex;
    await buildIndexes(database(), "carriers", [index]);
  });
  beforeEach(() => database().collection("carriers").deleteMany({}));
  afterAll(() => app.close());

  const carriers = () => database().collection<Carrier>("carriers");
  const push = (id: string, event: object) =>
    carriers().updateOne({ _id: id }, { $set: { state: "b" }, $push: { outbox: event } }, { upsert: true });
  const sourceInto = (heard: DeliveredEvent[]): OutboxSource => ({
    collection: "carriers",
    deliver: (_, events) => {
      heard.push(...events);
      return Promise.resolve();
    },
  });
  const run = (source: OutboxSource) => relay({ source, deps: app.deps });

  test("delivers each event with its document, in order, then takes it out", async () => {
    await push("p1", { id: "e1", type: "probe.claimed", menuId: "m1" });
    await push("p1", { id: "e2", type: "probe.released" });
    await carriers().insertOne({ _id: "quiet", state: "a" });
    const heard: DeliveredEvent[] = [];
    await run(sourceInto(heard));
    expect(heard).toEqual([
      { id: "e1", type: "probe.claimed", menuId: "m1", documentId: "p1" },
      { id: "e2", type: "probe.released", documentId: "p1" },
    ]);
    await run(sourceInto(heard));
    expect(heard).toHaveLength(2);
    expect((await carriers().findOne({ _id: "p1" }))?.outbox).toEqual([]);
  });

  test("an event that came meanwhile stays for the next time", async () => {
    await push("p1", { id: "e1", type: "probe.claimed" });
    await run({
      collection: "carriers",
      deliver: async () => {
        await push("p1", { id: "e2", type: "probe.released" });
      },
    });
    const heard: DeliveredEvent[] = [];
    await run(sourceInto(heard));
    expect(heard.map(({ id }) => id)).toEqual(["e2"]);
  });

  test("what could not be delivered comes again", async () => {
    await push("p1", { id: "e1", type: "probe.claimed" });
    await run({ collection: "carriers", deliver: () => Promise.reject(new Error("away")) });
    const heard: DeliveredEvent[] = [];
    await run(sourceInto(heard));
    expect(heard.map(({ id }) => id)).toEqual(["e1"]);
  });

  test("many are delivered, none is lost or left", async () => {
    await carriers().insertMany(
      Array.from({ length: 250 }, (_, n) => ({
        _id: `p${n}`,
        state: "b",
        outbox: [{ id: `e${n}`, type: "probe.claimed" }],
      })),
    );
    const heard: DeliveredEvent[] = [];
    await run(sourceInto(heard));
    expect(new Set(heard.map(({ id }) => id)).size).toBe(250);
    expect(await carriers().countDocuments({ "outbox.id": { $exists: true } })).toBe(0);
  });

  test("looking for waiting events scans no collection", async () => {
    const plan = await carriers()
      .find({ "outbox.id": { $exists: true } })
      .explain();
    expect(JSON.stringify(plan)).not.toContain("COLLSCAN");
  });
});
