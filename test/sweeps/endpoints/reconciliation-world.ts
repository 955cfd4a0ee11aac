import { ProvinceSnapshotModel } from "@server/domains/reconciliation/province-snapshot.model";
import type { Examples } from "./example-shapes";
import { OFFICE, type World } from "./world";

/** What the province's platform said of the office's city once. */
async function figuresRead({ app }: Pick<World, "app">): Promise<void> {
  const readAt = new Date(app.clock.now());
  const theirs = { id: "p-1", name: "第一敬老院", creditCode: null, countyName: "红旗区", beds: 40 };
  const snapshot = { asOf: "2026-11-21", readAt, facilities: [theirs] };
  const update = { $set: { triedAt: readAt, trouble: null, snapshot } };
  await ProvinceSnapshotModel.updateOne({ _id: "xinxiang" }, update, { upsert: true });
}

export const reconciliationExamples: Examples["reconciliation"] = {
  getReconciliation: async (world) => {
    await figuresRead(world);
    return { as: "officer", query: { regionId: OFFICE } };
  },
  listUnmatched: async (world) => {
    await figuresRead(world);
    return { as: "officer", query: { regionId: OFFICE, side: "theirs" } };
  },
};
