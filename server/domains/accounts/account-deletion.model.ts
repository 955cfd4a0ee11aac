import mongoose, { Schema, type Model } from "mongoose";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";

/** That a person left, and whether all is erased: the proof of it, and what a crash is mended by. Its id is her pseudonym. */
export interface AccountDeletionDocument {
  readonly _id: string;
  readonly at: Date;
  readonly state: "open" | "done";
  readonly doneAt?: Date;
  readonly outbox?: readonly OutboxEvent[];
}

const schema = new Schema<AccountDeletionDocument>(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    state: { type: String, required: true },
    doneAt: Date,
    outbox: { type: [Schema.Types.Mixed], default: undefined } as never,
  },
  { collection: "account_deletions", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const AccountDeletionModel: Model<AccountDeletionDocument> = mongoose.model<AccountDeletionDocument>(
  "AccountDeletion",
  schema,
);

export const accountDeletionIndexes: WantedIndexes = {
  collection: "account_deletions",
  indexes: [
    {
      name: "open",
      key: { at: 1 },
      partialFilterExpression: { state: "open" },
      serves: "the job that finishes what broke off",
    },
    outboxIndex,
  ],
};
