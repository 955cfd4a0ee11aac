import mongoose, { Schema, type Model } from "mongoose";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";

export const TARGET_SPLITS = "target_splits";

/** How a city's office split its target to its counties; never changed, the newest holds. */
export interface TargetSplitDocument {
  readonly _id: string;
  readonly cityId: string;
  /** What is split, by its names in the pack. */
  readonly indicator: string;
  readonly period: string | null;
  readonly shares: readonly { readonly regionId: string; readonly value: number }[];
  /** Person who split it. */
  readonly by: string;
  readonly at: Date;
  readonly outbox?: readonly OutboxEvent[];
}

const word = { type: String, required: true } as const;

const schema = new Schema<TargetSplitDocument>(
  {
    _id: word,
    cityId: word,
    indicator: word,
    period: { type: String, default: null } as never,
    shares: { type: [Schema.Types.Mixed], required: true } as never,
    by: word,
    at: { type: Date, required: true },
    outbox: { type: [Schema.Types.Mixed], default: undefined } as never,
  },
  { collection: TARGET_SPLITS, strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const TargetSplitModel: Model<TargetSplitDocument> = mongoose.model<TargetSplitDocument>("TargetSplit", schema);

export const targetSplitIndexes: WantedIndexes = {
  collection: TARGET_SPLITS,
  indexes: [
    { name: "of_city", key: { cityId: 1, at: -1, _id: 1 }, serves: "how a city's target was split, the newest first" },
    outboxIndex,
  ],
};
