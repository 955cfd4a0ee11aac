import mongoose, { Schema, type Model } from "mongoose";
import type { CorrectionKind } from "@shared/domains/care-point-records/corrections.contract";
import { caseSchemaFields, type CaseFields } from "@server/core/cases/case.model";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex } from "@server/core/outbox/outbox";
import type { CorrectionState } from "./correction.machine";

export const CORRECTIONS = "corrections";

/** Something that somebody says is wrong with a care point's entry. */
export interface CorrectionDocument extends CaseFields<CorrectionState> {
  readonly carePointId: string;
  readonly what: CorrectionKind;
  /** Who is told the answer; null for a guest and for somebody who has left. */
  readonly reporterId: string | null;
  /** What the person wrote, sealed: people write about themselves. */
  readonly sentence: string | null;
  /** What was answered, sealed. */
  readonly words: string | null;
}

const schema = new Schema<CorrectionDocument>(
  {
    ...caseSchemaFields,
    carePointId: { type: String, required: true },
    what: { type: String, required: true },
    reporterId: { type: String, default: null },
    sentence: { type: String, default: null },
    words: { type: String, default: null },
  },
  { collection: CORRECTIONS, strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const CorrectionModel: Model<CorrectionDocument> = mongoose.model<CorrectionDocument>("Correction", schema);

export const correctionIndexes: WantedIndexes = {
  collection: CORRECTIONS,
  indexes: [
    { name: "to_answer", key: { carePointId: 1, state: 1, dueOn: 1 }, serves: "what a care point has yet to answer" },
    { name: "office", key: { "owner.id": 1, state: 1, dueOn: 1 }, serves: "what an office has to see to" },
    { name: "due", key: { state: 1, dueOn: 1 }, serves: "the job: what nobody answered in time" },
    { name: "reporter", key: { reporterId: 1 }, serves: "what a person reported, to show and to erase it" },
    outboxIndex,
  ],
};
