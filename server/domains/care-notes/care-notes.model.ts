import mongoose, { Schema, type Model } from "mongoose";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";

/** Who agreed that a person's notes are kept, to which words, and when. */
export interface Consent {
  readonly version: string;
  readonly at: Date;
  /** Herself, or who acts for her. */
  readonly by: string;
}

/** A person's allergies and diet. Its id is hers. After a withdrawal it holds nothing but what waits for the audit. */
export interface CareNotesDocument {
  readonly _id: string;
  /** Sealed; null once the consent was taken back. */
  readonly notes: string | null;
  readonly consent: Consent | null;
  readonly outbox?: readonly OutboxEvent[];
}

const consent = new Schema<Consent>(
  {
    version: { type: String, required: true },
    at: { type: Date, required: true },
    by: { type: String, required: true },
  },
  { _id: false, strict: "throw" },
);

const schema = new Schema<CareNotesDocument>(
  {
    _id: { type: String, required: true },
    notes: { type: String, default: null },
    consent: { type: consent, default: null } as never,
    outbox: { type: [Schema.Types.Mixed], default: undefined } as never,
  },
  { collection: "care_notes", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const CareNotesModel: Model<CareNotesDocument> = mongoose.model<CareNotesDocument>("CareNotes", schema);

export const careNotesIndexes: WantedIndexes = { collection: "care_notes", indexes: [outboxIndex] };
