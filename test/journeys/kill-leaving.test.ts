import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { PersonModel } from "@server/domains/accounts/person.model";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { PortionModel } from "@server/domains/meals/portion.model";
import { relayedChain } from "@test/support/audit";
import { after, startAppOfMortals, type AppOfMortals } from "@test/support/dying";
import { MINUTE, runJob } from "@test/support/jobs";
import { mealsClient, wishFor } from "@test/support/meals";
import { RECORD_BIRTH_DATE, startMergeWorld, type MergeWorld } from "@test/support/merge";
import { buildFullLife, collectionsWith, hers } from "@test/support/my-data";

jest.setTimeout(120_000);

let mortals: AppOfMortals;
let world: MergeWorld;
beforeAll(async () => {
  world = await startMergeWorld(async (options) => {
    mortals = await startAppOfMortals(options);
    return mortals.app;
  });
});
afterAll(() => world.app.close());

/** Two minutes of the program that was started again. */
async function twoMinutesOf(job: string): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) {
    world.app.clock.advance(MINUTE);
    await relayedChain(world.app);
    await runJob(world.app, job);
  }
}
const call = ({ token }: { token: string }, path: string, body: object) => ({ path, token, key: "", body });

test("R-X5: killed while somebody leaves, and nobody asks again: within two minutes nothing of her is left", async () => {
  for (const step of [after(1), after(7), after(12)]) {
    const { elder } = await buildFullLife(world.app);
    await mortals.dieDoing({ call: call(elder, "/api/accounts/me/deletion", { isCertain: true }) }, step);
    await twoMinutesOf("my-data.finish-deletions");
    expect({ step, isThere: await PersonModel.exists({ _id: elder.id }) }).toEqual({ step, isThere: null });
    for (const value of [hers.preferredName, hers.phone, hers.birthDate])
      expect({ step, value, in: await collectionsWith(value) }).toEqual({ step, value, in: [] });
  }
});

test("R-B12: killed while two records become one: within two minutes she is the record, with her booking", async () => {
  for (const step of [after(1), after(3), after(6)]) {
    const { recordId, she } = await world.asked();
    const menu = await buildMenu(world.app, { carePointId: world.carePointId, dishes: [{ portions: 2 }] });
    await mealsClient(world.app).book(she, wishFor(she, menu)).expect(201);
    const answer = { isMe: true, birthDate: RECORD_BIRTH_DATE };
    await mortals.dieDoing({ call: call(she, "/api/accounts/merge", answer) }, step);
    await twoMinutesOf("merge.finish-merges");
    expect({ step, isThere: await PersonModel.exists({ _id: she.id }) }).toEqual({ step, isThere: null });
    expect((await world.come()).id).toBe(recordId);
    const held = await PortionModel.find({ sitting: menu._id, active: true }).lean();
    expect(held.map(({ elder }) => elder)).toEqual([recordId]);
    const record = { ...(await world.asRecord(recordId)), id: recordId };
    await world.app.request
      .post("/api/accounts/me/deletion")
      .set("Authorization", `Bearer ${record.token}`)
      .send({ isCertain: true })
      .expect(200);
    await twoMinutesOf("my-data.finish-deletions");
  }
});
