import { correctionWords } from "@shared/domains/care-point-records/answering-corrections";
import { shortDate } from "@server/core/calendar";
import type { Deps } from "@server/core/deps";
import type { DataGroup, Erasure, PersonalData } from "@server/core/personal-data";
import { trusted } from "@server/core/db/trusted";
import { findCarePointLabels } from "@server/domains/care-points/index";
import { CORRECTIONS, CorrectionModel, type CorrectionDocument } from "./correction.model";
import { openWords } from "./sealed-words";

const SHOWN = 1_000;

/** What this domain keeps about a person: what she said was wrong. Without her it stays as a guest's. */
export const createCorrectionsPersonalData = (deps: Deps): PersonalData => ({
  collections: [CORRECTIONS],
  exportOf: (personId) => exportOf(deps, personId),
  erase: async ({ personId }): Promise<Erasure> => {
    await CorrectionModel.updateMany({ reporterId: personId }, { $set: { sentence: null, words: null } });
    await CorrectionModel.updateMany(
      { reporterId: personId, "outbox.id": trusted({ $exists: false }) },
      { $set: { reporterId: null, "timeline.0.by": null } },
    );
    return (await CorrectionModel.findOne({ reporterId: personId }).select({ _id: 1 }).lean()) ? "waiting" : "gone";
  },
  merge: async ({ from, to }): Promise<Erasure> => {
    await CorrectionModel.updateMany({ reporterId: from }, { $set: { reporterId: to, "timeline.0.by": to } });
    return "gone";
  },
});

async function exportOf({ sealer }: Pick<Deps, "sealer">, reporterId: string): Promise<readonly DataGroup[]> {
  const corrections = await CorrectionModel.find({ reporterId })
    .sort({ openedOn: -1 })
    .limit(SHOWN)
    .lean<CorrectionDocument[]>();
  if (corrections.length === 0) return [];
  const places = await findCarePointLabels(corrections.map(({ carePointId }) => carePointId));
  const told = corrections.map((correction) => ({
    openedOn: correction.openedOn,
    carePointName: places.get(correction.carePointId)?.name ?? "照护点",
    what: correction.what,
    state: correction.state,
    sentence: openWords(sealer, correction, "sentence"),
    words: openWords(sealer, correction, "words"),
  }));
  const rows = told.map(({ openedOn, carePointName, what, sentence }) => ({
    label: `${shortDate(openedOn)} ${carePointName}`,
    text: [correctionWords[what], ...(sentence === null ? [] : [sentence])].join("："),
  }));
  return [{ title: "我说过的不对", rows, json: told }];
}
