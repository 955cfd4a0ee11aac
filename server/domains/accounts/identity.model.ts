import mongoose, { Schema } from "mongoose";

/** Who a person is elsewhere. Its id is the blind index of WeChat's openid, which itself is not kept. */
export interface IdentityDocument {
  readonly _id: string;
  readonly personId: string;
}

const schema = new Schema<IdentityDocument>(
  { _id: { type: String, required: true }, personId: { type: String, required: true } },
  { collection: "identities", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const IdentityModel = mongoose.model("Identity", schema);
