import mongoose, { Schema, type Model } from "mongoose";
import type { WantedIndexes } from "@server/core/db/indexes";
import { createFileStore } from "@server/core/db/file-store";
import type { PictureSize } from "@server/core/files/encode-picture";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";

export const PHOTOS = "care_point_photos";

/** The pictures themselves. */
export const photoFiles = createFileStore("photo_files");

/** What a picture shows: a care point, for everybody; or a meal point that is surveyed, for its office. */
interface PhotoSubject {
  readonly type: "care-point" | "meal-point";
  readonly id: string;
}

/** A record, and within whose records one original serves once: the care point itself, or the office of a survey. */
export interface PhotoPlace {
  readonly subject: PhotoSubject;
  readonly ownerId: string;
}

/** Where the pictures that a care point shows everybody are. */
export const placeOfCarePoint = (carePointId: string): PhotoPlace => ({
  subject: { type: "care-point", id: carePointId },
  ownerId: carePointId,
});

/**
 * - `storing`: its place is taken, its files are being written; after an hour the writer is dead, and it is tidied away.
 * - `shown`; `removed`: gone from every answer, tidied away once the audit has it.
 */
type PhotoState = "storing" | "shown" | "removed";

/** A picture of something, by the id of the request that added it. Its files are named before they are written. */
export interface PhotoDocument extends PhotoPlace {
  readonly _id: string;
  /** What was asked under its key. */
  readonly fingerprint: string;
  readonly state: PhotoState;
  /** Whether it takes a place: all but removed ones. */
  readonly active: boolean;
  /** Its place among the nine, 0 to 8; not its order. */
  readonly slot: number;
  /** Its order: a rank once somebody has ordered them, before that the moment it was added, in milliseconds. */
  readonly position: number;
  readonly caption: string;
  /** SHA-256 of the file as it was sent, in hexadecimal. */
  readonly originalHash: string;
  readonly files: Readonly<Record<PictureSize, string>>;
  readonly width: number;
  readonly height: number;
  /** Null once she has left. */
  readonly addedBy: string | null;
  readonly addedAt: Date;
  /** When its state changed last. */
  readonly changedAt: Date;
  readonly outbox?: readonly OutboxEvent[];
}

const word = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const moment = { type: Date, required: true } as const;

const schema = new Schema<PhotoDocument>(
  {
    _id: word,
    fingerprint: word,
    subject: { type: new Schema({ type: word, id: word }, { _id: false }), required: true } as never,
    ownerId: word,
    state: word,
    active: { type: Boolean, required: true },
    slot: number,
    position: number,
    caption: word,
    originalHash: word,
    files: { type: new Schema({ small: word, large: word }, { _id: false }), required: true } as never,
    width: number,
    height: number,
    addedBy: { type: String, default: null },
    addedAt: moment,
    changedAt: moment,
    outbox: { type: [Schema.Types.Mixed], default: undefined } as never,
  },
  { collection: PHOTOS, strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const PhotoModel: Model<PhotoDocument> = mongoose.model<PhotoDocument>("CarePointPhoto", schema);

const active = { active: true } as const;

export const photoIndexes: WantedIndexes = {
  collection: PHOTOS,
  indexes: [
    {
      name: "slot",
      key: { ownerId: 1, "subject.id": 1, slot: 1 },
      unique: true,
      partialFilterExpression: active,
      serves: "nine pictures of a record at most; and the list of them",
    },
    {
      name: "original",
      key: { ownerId: 1, originalHash: 1 },
      unique: true,
      partialFilterExpression: active,
      serves: "one original serves an owner once (R-P2)",
    },
    { name: "state", key: { state: 1, changedAt: 1 }, serves: "the job: what is to be tidied away" },
    { name: "added_by", key: { addedBy: 1 }, serves: "what a person added, to show and to erase it" },
    outboxIndex,
  ],
};
