import mongoose, { Schema, type Model } from "mongoose";
import type { ServiceDate } from "@shared/core/primitives";
import type { ChangeKind, WantedChange } from "@shared/domains/care-point-records/record-changes.contract";
import { caseSchemaFields, type CaseFields } from "@server/core/cases/case.model";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex } from "@server/core/outbox/outbox";
import type { RecordChangeState } from "./record-change.machine";

export const RECORD_CHANGES = "record_changes";

/** A change of an entry that waits for the office's yes, or had its answer. */
export interface RecordChangeDocument extends CaseFields<RecordChangeState> {
  readonly carePointId: string;
  /** The regions whose offices may answer: the district, and once it is overdue its city. */
  readonly offices: readonly string[];
  /** When it went to the city's office as well. */
  readonly escalatedOn: ServiceDate | null;
  readonly what: ChangeKind;
  readonly wanted: WantedChange;
  /** The version of the entry as the manager saw it. */
  readonly madeOn: number;
  /** What stood there when it was answered, in words; null before. */
  readonly before: string | null;
  /** Who is told the answer; null for somebody who has left. */
  readonly proposerId: string | null;
  /** What was answered, sealed. */
  readonly words: string | null;
}

const schema = new Schema<RecordChangeDocument>(
  {
    ...caseSchemaFields,
    carePointId: { type: String, required: true },
    offices: { type: [String], required: true } as never,
    escalatedOn: { type: String, default: null } as never,
    what: { type: String, required: true },
    wanted: { type: Schema.Types.Mixed, required: true } as never,
    madeOn: { type: Number, required: true },
    before: { type: String, default: null },
    proposerId: { type: String, default: null },
    words: { type: String, default: null },
  },
  { collection: RECORD_CHANGES, strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const RecordChangeModel: Model<RecordChangeDocument> = mongoose.model<RecordChangeDocument>(
  "RecordChange",
  schema,
);

export const recordChangeIndexes: WantedIndexes = {
  collection: RECORD_CHANGES,
  indexes: [
    {
      name: "one_open",
      key: { carePointId: 1, what: 1 },
      unique: true,
      partialFilterExpression: { state: "open" },
      serves: "one open proposal of a kind for each care point",
    },
    { name: "of_place", key: { carePointId: 1, openedOn: 1 }, serves: "what was proposed for a care point" },
    { name: "of_offices", key: { offices: 1, state: 1, dueOn: 1 }, serves: "what waits for an office's yes" },
    { name: "due", key: { state: 1, escalatedOn: 1, dueOn: 1 }, serves: "the job: what no office answered in time" },
    { name: "proposer", key: { proposerId: 1 }, serves: "what a person proposed, to show and to erase it" },
    outboxIndex,
  ],
};
