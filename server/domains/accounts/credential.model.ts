import mongoose, { Schema } from "mongoose";

/** A staff name with its password. Its id is the name as `toNameKey` writes it. */
export interface CredentialDocument {
  readonly _id: string;
  readonly personId: string;
  /** argon2id in PHC form. */
  readonly passwordHash: string;
}

const schema = new Schema<CredentialDocument>(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    passwordHash: { type: String, required: true },
  },
  { collection: "credentials", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const CredentialModel = mongoose.model("Credential", schema);
