import { changeWords } from "@shared/domains/care-point-records/verifying-records";
import { shortDate } from "@server/core/calendar";
import { trusted } from "@server/core/db/trusted";
import type { DataGroup, Erasure, PersonalData } from "@server/core/personal-data";
import { findCarePointLabels } from "@server/domains/care-points/index";
import { RECORD_CHANGES, RecordChangeModel, type RecordChangeDocument } from "./record-change.model";

const SHOWN = 1_000;

/** What this domain keeps about a manager: what she proposed. Without her it stays, by nobody. */
export const createRecordChangesPersonalData = (): PersonalData => ({
  collections: [RECORD_CHANGES],
  exportOf,
  erase: async ({ personId }): Promise<Erasure> => {
    await RecordChangeModel.updateMany(
      { proposerId: personId, "outbox.id": trusted({ $exists: false }) },
      { $set: { proposerId: null, "timeline.$[hers].by": null } },
      { arrayFilters: [{ "hers.by": personId }] },
    );
    return (await RecordChangeModel.findOne({ proposerId: personId }).select({ _id: 1 }).lean()) ? "waiting" : "gone";
  },
  merge: async ({ from, to }): Promise<Erasure> => {
    await RecordChangeModel.updateMany(
      { proposerId: from },
      { $set: { proposerId: to, "timeline.$[hers].by": to } },
      { arrayFilters: [{ "hers.by": from }] },
    );
    return "gone";
  },
});

async function exportOf(proposerId: string): Promise<readonly DataGroup[]> {
  const changes = await RecordChangeModel.find({ proposerId })
    .sort({ openedOn: -1 })
    .limit(SHOWN)
    .lean<RecordChangeDocument[]>();
  if (changes.length === 0) return [];
  const places = await findCarePointLabels(changes.map(({ carePointId }) => carePointId));
  const told = changes.map(({ openedOn, carePointId, what, wanted, state }) => {
    return { openedOn, carePointName: places.get(carePointId)?.name ?? "照护点", what, wanted, state };
  });
  const rows = told.map(({ openedOn, carePointName, what }) => ({
    label: `${shortDate(openedOn)} ${carePointName}`,
    text: `提出改${changeWords[what]}`,
  }));
  return [{ title: "我提出的修改", rows, json: told }];
}
