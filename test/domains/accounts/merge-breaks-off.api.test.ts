import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { mergeEverywhere } from "@server/domains/accounts/merge-people";
import { PersonMergeModel } from "@server/domains/accounts/person-merge.model";
import { buildCareNotes } from "@server/domains/care-notes/care-notes.builders";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { PortionModel } from "@server/domains/meals/portion.model";
import { relayedChain } from "@test/support/audit";
import { careNotesClient } from "@test/support/care-notes";
import { MINUTE, runJob } from "@test/support/jobs";
import { mealsClient, wishFor } from "@test/support/meals";
import { collectionsWith } from "@test/support/my-data";
import { startMergeWorld, type MergeWorld } from "@test/support/merge";

let world: MergeWorld;
beforeEach(async () => {
  world = await startMergeWorld();
});
afterEach(() => world.app.close());

describe("a merge that breaks off", () => {
  const parts = () => world.app.deps.personalData().length;
  /** The process dies before this part. */
  const dyingBefore = (part: number) => ({
    ...world.app.deps,
    personalData: () =>
      world.app.deps
        .personalData()
        .map((data, place) => (place === part ? { ...data, merge: () => Promise.reject(new Error("killed")) } : data)),
  });

  const broken = async (part: number) => {
    const { recordId, she } = await world.asked();
    const menu = await buildMenu(world.app, { carePointId: world.carePointId });
    const record = await world.asRecord(recordId);
    for (const who of [record, she]) await mealsClient(world.app).book(who, wishFor(who, menu));
    await buildCareNotes(world.app.deps, { personId: she.id });
    await relayedChain(world.app);
    // What the handler does up to the first part, and then as far as the process lives.
    const at = new Date(world.app.clock.now());
    await PersonMergeModel.updateOne({ _id: she.id }, { $set: { state: "open", at } });
    await expect(mergeEverywhere(dyingBefore(part), { _id: she.id, recordId, at })).rejects.toThrow("killed");
    return { recordId, she, menu };
  };
  const expectOne = async ({ recordId, she, menu }: Awaited<ReturnType<typeof broken>>) => {
    expect((await world.me(she)).id).toBe(recordId);
    expect((await mealsClient(world.app).list(she, { when: "upcoming" })).body.data.bookings).toHaveLength(1);
    expect(await PortionModel.countDocuments({ sitting: menu._id, active: true })).toBe(1);
    expect((await careNotesClient(world.app).read(she)).body.data.allergens).toEqual(["soybean"]);
    await relayedChain(world.app);
    world.app.clock.advance(MINUTE);
    await runJob(world.app, "merge.finish-merges");
    expect(await collectionsWith(she.id)).toEqual(["audit_entries", "person_merges"]);
  };

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])("before part %s is finished by her repeat", async (part) => {
    expect(parts()).toBe(9);
    const broke = await broken(part);
    expect((await world.answer(broke.she)).body.data).toEqual({ merged: true });
    await expectOne(broke);
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])("before part %s is finished by the job", async (part) => {
    const broke = await broken(part);
    await runJob(world.app, "merge.finish-merges");
    await expectOne(broke);
  });
});
