import mongoose, { Schema, type Model } from "mongoose";
import type { ServiceDate } from "@shared/core/primitives";
import type { WantedIndexes } from "@server/core/db/indexes";

/** Points of a county that were published in one go; never changed. */
export interface BatchDocument {
  readonly _id: string;
  readonly countyId: string;
  /** "第一批". */
  readonly name: string;
  readonly publishedOn: ServiceDate;
  readonly at: Date;
  /** Person who published it. */
  readonly by: string;
  /** As they were called then, in the order in which they were chosen. */
  readonly mealPoints: readonly { readonly id: string; readonly name: string; readonly plaqueNumber: string }[];
}

const word = { type: String, required: true } as const;

const schema = new Schema<BatchDocument>(
  {
    _id: word,
    countyId: word,
    name: word,
    publishedOn: word,
    at: { type: Date, required: true },
    by: word,
    mealPoints: { type: [Schema.Types.Mixed], required: true } as never,
  },
  { collection: "meal_point_batches", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const BatchModel: Model<BatchDocument> = mongoose.model<BatchDocument>("MealPointBatch", schema);

export const batchIndexes: WantedIndexes = {
  collection: "meal_point_batches",
  indexes: [
    {
      name: "named",
      key: { countyId: 1, name: 1 },
      unique: true,
      serves: "no two batches of a county have one name",
    },
    { name: "of_county", key: { countyId: 1, at: -1, _id: 1 }, serves: "a county's batches, the newest first" },
  ],
};
