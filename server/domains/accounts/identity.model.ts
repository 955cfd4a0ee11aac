import mongoose, { Schema } from "mongoose";
import type { Sealer } from "@server/core/crypto/sealer";
import type { WantedIndexes } from "@server/core/db/indexes";

/** Who a person is in WeChat. Its id is the blind index of the openid, which itself stands sealed: messages need it. */
export interface IdentityDocument {
  readonly _id: string;
  readonly personId: string;
  readonly openid: string;
}

const schema = new Schema<IdentityDocument>(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    openid: { type: String, required: true },
  },
  { collection: "identities", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const IdentityModel = mongoose.model("Identity", schema);

export const identityIndexes: WantedIndexes = {
  collection: "identities",
  indexes: [{ name: "person", key: { personId: 1 }, serves: "sending a message to a person" }],
};

const placeOf = (id: string) => ({ collection: "identities", id, field: "openid" });

export const sealOpenid = (sealer: Sealer, { id, openid }: { id: string; openid: string }): string =>
  sealer.seal(placeOf(id), openid);

export const openOpenid = (sealer: Sealer, { _id, openid }: Pick<IdentityDocument, "_id" | "openid">): string =>
  sealer.open(placeOf(_id), openid);
