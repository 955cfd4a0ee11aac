import mongoose, { Schema, type Model } from "mongoose";
import type { Relation } from "@shared/domains/family/family.contract";
import type { WantedIndexes } from "@server/core/db/indexes";

/** One thing that a helper did for an elder, as she reads it. Its id is the event's: told twice it stands once. */
export interface ActDocument {
  readonly _id: string;
  readonly elder: string;
  readonly helper: string;
  /** Null for staff, who act by their office. */
  readonly relation: Relation | null;
  /** What follows the helper's name: "替您订了 11月23日 星期一午饭：红烧豆腐套餐，春风社区食堂". */
  readonly words: string;
  readonly at: Date;
}

const schema = new Schema<ActDocument>(
  {
    _id: { type: String, required: true },
    elder: { type: String, required: true },
    helper: { type: String, required: true },
    relation: { type: String, default: null },
    words: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: "family_acts", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const ActModel: Model<ActDocument> = mongoose.model<ActDocument>("FamilyAct", schema);

export const actIndexes: WantedIndexes = {
  collection: "family_acts",
  indexes: [
    {
      name: "elder_latest",
      key: { elder: 1, at: -1, _id: -1 },
      serves: "what others did for an elder, the latest first",
    },
  ],
};
