import mongoose, { Schema, type Model } from "mongoose";
import type { MergeState } from "@shared/domains/care-point-imports/care-point-merges.contract";
import { caseSchemaFields, type CaseFields } from "@server/core/cases/case.model";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex } from "@server/core/outbox/outbox";

export const CARE_POINT_MERGES = "care_point_merges";

/** Somebody's proposal that two entries are one place. */
export interface CarePointMergeDocument extends CaseFields<MergeState> {
  readonly keepId: string;
  readonly goneId: string;
  readonly proposedBy: string;
  /** Who agreed to it. */
  readonly confirmedBy: string | null;
  /** Both entries. */
  readonly sides: readonly string[];
  /** Until it is done or turned down. */
  readonly isOpen: boolean;
  readonly at: Date;
}

const schema = new Schema<CarePointMergeDocument>(
  {
    ...caseSchemaFields,
    keepId: { type: String, required: true },
    goneId: { type: String, required: true },
    proposedBy: { type: String, required: true },
    confirmedBy: { type: String, default: null },
    sides: { type: [String], required: true } as never,
    isOpen: { type: Boolean, required: true },
    at: { type: Date, required: true },
  },
  { collection: CARE_POINT_MERGES, strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const CarePointMergeModel: Model<CarePointMergeDocument> = mongoose.model<CarePointMergeDocument>(
  "CarePointMerge",
  schema,
);

export const carePointMergeIndexes: WantedIndexes = {
  collection: CARE_POINT_MERGES,
  indexes: [
    {
      name: "open",
      key: { sides: 1 },
      unique: true,
      partialFilterExpression: { isOpen: true },
      serves: "an entry is in one open proposal at a time",
    },
    { name: "office", key: { "owner.id": 1, at: -1 }, serves: "an office's proposals, newest first" },
    { name: "state", key: { state: 1, at: 1 }, serves: "the job: what both agreed to and is not finished" },
    outboxIndex,
  ],
};
