import mongoose, { Schema } from "mongoose";
import type { WantedIndexes } from "@server/core/db/indexes";

/** A one-time sign-in code. Its id is the blind index of the digits: a plain hash of eight digits is soon guessed. */
export interface LoginCodeDocument {
  readonly _id: string;
  readonly personId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

const schema = new Schema<LoginCodeDocument>(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
  },
  { collection: "login_codes", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const LoginCodeModel = mongoose.model("LoginCode", schema);

export const loginCodeIndexes: WantedIndexes = {
  collection: "login_codes",
  indexes: [
    { name: "person", key: { personId: 1 }, serves: "a new code ends the person's earlier ones" },
    { name: "expired", key: { expiresAt: 1 }, expireAfterSeconds: 86_400, serves: "tidying up; the filter decides" },
  ],
};
