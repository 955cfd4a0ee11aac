import mongoose, { Schema, type Model } from "mongoose";
import type { WithholdReason } from "@shared/domains/care-point-records/office-records.contract";
import type { WantedIndexes } from "@server/core/db/indexes";

export const OFFICE_ACTS = "office_acts";

/** What an office did with an entry; written with the entry's change, never altered. */
export interface OfficeActDocument {
  /** Made from the request's key. */
  readonly _id: string;
  readonly carePointId: string;
  readonly act: "published" | WithholdReason;
  /** Why, sealed; null where nothing was said. */
  readonly words: string | null;
  readonly byId: string;
  readonly at: Date;
}

const schema = new Schema<OfficeActDocument>(
  {
    _id: { type: String, required: true },
    carePointId: { type: String, required: true },
    act: { type: String, required: true },
    words: { type: String, default: null },
    byId: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: OFFICE_ACTS, strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const OfficeActModel: Model<OfficeActDocument> = mongoose.model<OfficeActDocument>("OfficeAct", schema);

export const officeActIndexes: WantedIndexes = {
  collection: OFFICE_ACTS,
  indexes: [{ name: "of_place", key: { carePointId: 1, at: 1 }, serves: "what was done with an entry, latest first" }],
};

const SHOWN_AT_MOST = 20;

/** What an office did with an entry, the latest first. */
export const findOfficeActs = (carePointId: string): Promise<OfficeActDocument[]> =>
  OfficeActModel.find({ carePointId }).sort({ at: -1 }).limit(SHOWN_AT_MOST).lean<OfficeActDocument[]>().exec();
