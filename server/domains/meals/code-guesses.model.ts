import mongoose, { Schema } from "mongoose";
import type { WantedIndexes } from "@server/core/db/indexes";

/** Codes that one staff session typed in a row without meeting a booking. */
export interface CodeGuesses {
  /** Id of the session. */
  readonly _id: string;
  readonly misses: number;
  /** No code is looked at before then. */
  readonly until: Date;
  readonly at: Date;
}

const schema = new Schema<CodeGuesses>(
  {
    _id: { type: String, required: true },
    misses: { type: Number, required: true },
    until: { type: Date, required: true },
    at: { type: Date, required: true },
  },
  { collection: "code_guesses", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const CodeGuessesModel = mongoose.model("CodeGuesses", schema);

export const codeGuessesIndexes: WantedIndexes = {
  collection: "code_guesses",
  indexes: [{ name: "old", key: { at: 1 }, expireAfterSeconds: 86_400, serves: "tidying up; the filter decides" }],
};
