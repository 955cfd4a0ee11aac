import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { database } from "@server/core/db/connect";
import { AUDIT_COLLECTION } from "@server/core/audit/audit.model";
import { startApp, type TestApp } from "@test/support/app";
import { relayedChain } from "@test/support/audit";
import { atLunchtime, eveningBefore, type CounterStage } from "@test/support/counter-stage";

const OWN_WORDS = "她说早上摔了一跤，手机没带";

let app: TestApp;
let stage: CounterStage;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  stage = await eveningBefore(app);
});
afterAll(() => app.close());

/** All portions, on which an event waits until the relay comes. */
const portionsNow = async () => JSON.stringify(await database().collection("portions").find().toArray());

const waysToSayWhy = {
  "a meal handed out by name": (bookingId: string) =>
    stage.client.checkIn(stage.cook, stage.counter.carePointId, { kind: "by_name", bookingId, reason: OWN_WORDS }),
  "a booking cancelled for her": (bookingId: string) =>
    app.request
      .post(`/api/meals/counter/bookings/${bookingId}/cancel`)
      .set("Authorization", `Bearer ${stage.cook.token}`)
      .send({ reason: OWN_WORDS }),
};

test.each(Object.entries(waysToSayWhy))("%s: the reason waits sealed and is chained", async (_, say) => {
  const { id } = await stage.counter.booked(stage.menu);
  stage = await atLunchtime(stage);
  expect((await say(id)).status).toBe(200);
  const waiting = await portionsNow();
  expect(waiting).toContain("sealedReason");
  expect(waiting).not.toContain(OWN_WORDS);
  const entry = (await relayedChain(app)).find(({ subject, reason }) => subject.id === id && reason !== null);
  const place = { collection: AUDIT_COLLECTION, id: entry?._id ?? "", field: "reason" };
  expect(app.deps.sealer.open(place, entry?.reason ?? "")).toBe(OWN_WORDS);
});
