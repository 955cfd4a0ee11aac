import mongoose, { Schema, type Model } from "mongoose";
import type { BondLength, FamilyScope, Relation } from "@shared/domains/family/family.contract";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";

/** An invitation to act for an elder. Only the blind index of its code is kept: six digits are soon tried through. */
export interface InvitationDocument {
  readonly _id: string;
  readonly codeIndex: string;
  readonly elder: string;
  readonly relation: Relation;
  readonly scopes: readonly FamilyScope[];
  readonly lasts: BondLength;
  /** The first instant at which it is refused. */
  readonly expiresAt: Date;
  /** Who took it up; null while nobody has. */
  readonly usedBy: string | null;
  readonly outbox?: readonly OutboxEvent[];
}

const schema = new Schema<InvitationDocument>(
  {
    _id: { type: String, required: true },
    codeIndex: { type: String, required: true },
    elder: { type: String, required: true },
    relation: { type: String, required: true },
    scopes: { type: [String], required: true },
    lasts: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    usedBy: { type: String, default: null },
    outbox: { type: [Schema.Types.Mixed], default: undefined } as never,
  },
  { collection: "family_invitations", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const InvitationModel: Model<InvitationDocument> = mongoose.model<InvitationDocument>("Invitation", schema);

export const invitationIndexes: WantedIndexes = {
  collection: "family_invitations",
  indexes: [
    { name: "code", key: { codeIndex: 1 }, unique: true, serves: "a code means one invitation; find it by its code" },
    { name: "elder", key: { elder: 1, expiresAt: 1 }, serves: "a new invitation ends the elder's earlier ones" },
    { name: "expired", key: { expiresAt: 1 }, expireAfterSeconds: 86_400, serves: "tidying up; the filter decides" },
    outboxIndex,
  ],
};
