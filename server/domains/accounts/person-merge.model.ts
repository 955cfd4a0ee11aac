import mongoose, { Schema, type Model } from "mongoose";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";

/**
 * The question whether somebody who came by WeChat is a record that staff made, and what became of it. Its id is the one
 * who came by WeChat: one question at a time.
 *
 * - `asked`, `declined`: nothing moves.
 * - `open`: she said yes and proved it; it is being done, or broke off and is finished.
 * - `done`: the record has everything, the other is gone.
 */
export interface PersonMergeDocument {
  readonly _id: string;
  readonly recordId: string;
  readonly state: "asked" | "declined" | "open" | "done";
  /** When it came to this state. */
  readonly at: Date;
  readonly outbox?: readonly OutboxEvent[];
}

const schema = new Schema<PersonMergeDocument>(
  {
    _id: { type: String, required: true },
    recordId: { type: String, required: true },
    state: { type: String, required: true },
    at: { type: Date, required: true },
    outbox: { type: [Schema.Types.Mixed], default: undefined } as never,
  },
  { collection: "person_merges", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const PersonMergeModel: Model<PersonMergeDocument> = mongoose.model<PersonMergeDocument>("PersonMerge", schema);

export const personMergeIndexes: WantedIndexes = {
  collection: "person_merges",
  indexes: [
    { name: "record", key: { recordId: 1 }, serves: "the repeat of a yes, by whom she is now" },
    {
      name: "open",
      key: { at: 1 },
      partialFilterExpression: { state: "open" },
      serves: "the job that finishes what broke off",
    },
    outboxIndex,
  ],
};
