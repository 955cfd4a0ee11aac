import mongoose, { Schema } from "mongoose";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";

/** A one-time sign-in code. Its id is the blind index of the digits: a plain hash of eight digits is soon guessed. */
export interface LoginCodeDocument {
  readonly _id: string;
  readonly personId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly outbox?: readonly OutboxEvent[];
}

const schema = new Schema<LoginCodeDocument>(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
    outbox: { type: [Schema.Types.Mixed], default: undefined },
  },
  { collection: "login_codes", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const LoginCodeModel = mongoose.model("LoginCode", schema);

export const loginCodeIndexes: WantedIndexes = {
  collection: "login_codes",
  indexes: [
    outboxIndex,
    { name: "person", key: { personId: 1 }, serves: "a new code ends the person's earlier ones" },
    { name: "expired", key: { expiresAt: 1 }, expireAfterSeconds: 86_400, serves: "tidying up; the filter decides" },
  ],
};
