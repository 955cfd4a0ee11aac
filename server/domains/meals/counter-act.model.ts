import mongoose, { Schema } from "mongoose";
import type { ActResult } from "@shared/domains/meals/meal-counter-shapes";
import type { WantedIndexes } from "@server/core/db/indexes";

/** What became of an act that a counter did without a connection; kept so that a repeat gets the same answer. */
export interface CounterAct {
  /** From the care point and the act's id on the device. */
  readonly _id: string;
  readonly result: ActResult;
  readonly actorId: string;
  /** When it arrived. */
  readonly at: Date;
}

const schema = new Schema<CounterAct>(
  {
    _id: { type: String, required: true },
    result: { type: Schema.Types.Mixed, required: true } as never,
    actorId: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: "counter_acts", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const CounterActModel = mongoose.model("CounterAct", schema);

export const counterActIndexes: WantedIndexes = {
  collection: "counter_acts",
  indexes: [{ name: "old", key: { at: 1 }, expireAfterSeconds: 30 * 86_400, serves: "tidying up" }],
};
