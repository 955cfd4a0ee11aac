import mongoose, { Schema } from "mongoose";
import type { WantedIndexes } from "@server/core/db/indexes";
import type { Membership } from "./person.model";

/** A staff name with its password. Its id is the name as `toNameKey` writes it. */
export interface CredentialDocument {
  readonly _id: string;
  readonly personId: string;
  /** As it was given, for the list of colleagues. */
  readonly loginName: string;
  /** argon2id in PHC form; absent until an invitation is accepted. */
  readonly passwordHash?: string;
  /** Lets its holder choose the first password, and take up the role that was promised with it. */
  readonly invitation?: { readonly codeIndex: string; readonly expiresAt: Date; readonly membership?: Membership };
}

const schema = new Schema<CredentialDocument>(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    loginName: { type: String, required: true },
    passwordHash: String,
    invitation: {
      type: new Schema(
        { codeIndex: String, expiresAt: Date, membership: { type: Schema.Types.Mixed, default: undefined } },
        { _id: false, strict: "throw" },
      ),
      default: undefined,
    } as never,
  },
  { collection: "credentials", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const CredentialModel = mongoose.model("Credential", schema);

export const credentialIndexes: WantedIndexes = {
  collection: "credentials",
  indexes: [{ name: "person", key: { personId: 1 }, serves: "the login names of a care point's staff" }],
};
