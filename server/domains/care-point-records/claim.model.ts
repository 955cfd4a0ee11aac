import mongoose, { Schema, type Model } from "mongoose";
import { caseSchemaFields, type CaseFields } from "@server/core/cases/case.model";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex } from "@server/core/outbox/outbox";
import type { ClaimState } from "./claim.machine";

export const CLAIMS = "claims";

/** Somebody says that she runs a care point. What she wrote, her phone and the answer's words are sealed. */
export interface ClaimDocument extends CaseFields<ClaimState> {
  readonly carePointId: string;
  /** Null for somebody who has left. */
  readonly claimantId: string | null;
  /** Sealed; null once she has left. */
  readonly evidence: string | null;
  /** Sealed; null where her account has one. */
  readonly phone: string | null;
  /** What was answered, sealed. */
  readonly words: string | null;
}

const schema = new Schema<ClaimDocument>(
  {
    ...caseSchemaFields,
    carePointId: { type: String, required: true },
    claimantId: { type: String, default: null },
    evidence: { type: String, default: null },
    phone: { type: String, default: null },
    words: { type: String, default: null },
  },
  { collection: CLAIMS, strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const ClaimModel: Model<ClaimDocument> = mongoose.model<ClaimDocument>("Claim", schema);

export const claimIndexes: WantedIndexes = {
  collection: CLAIMS,
  indexes: [
    {
      name: "one_open",
      key: { carePointId: 1, claimantId: 1 },
      unique: true,
      partialFilterExpression: { state: "open" },
      serves: "one open claim of a person for each care point",
    },
    { name: "to_answer", key: { "owner.id": 1, state: 1, dueOn: 1 }, serves: "claims that wait for an office" },
    { name: "claimant", key: { claimantId: 1, openedOn: 1 }, serves: "a person's claims, to show and to erase them" },
    outboxIndex,
  ],
};

const SHOWN_AT_MOST = 50;

export const findClaim = (id: string): Promise<ClaimDocument | null> =>
  ClaimModel.findById(id).lean<ClaimDocument>().exec();

/** A person's last claim of a care point. */
export const findOwnClaim = (claimantId: string, carePointId: string): Promise<ClaimDocument | null> =>
  ClaimModel.findOne({ claimantId, carePointId }).sort({ openedOn: -1 }).lean<ClaimDocument>().exec();

/** Claims that wait for an office, the most urgent first. */
export const findWaitingClaims = (regionId: string): Promise<ClaimDocument[]> =>
  ClaimModel.find({ "owner.id": regionId, state: "open" })
    .sort({ dueOn: 1, _id: 1 })
    .limit(SHOWN_AT_MOST)
    .lean<ClaimDocument[]>()
    .exec();
