import mongoose, { Schema } from "mongoose";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";

/** A log-in on one device. Its id is the hash of a token that only the device has. */
export interface SessionDocument {
  readonly _id: string;
  readonly personId: string;
  readonly kind: "resident" | "staff";
  /** Absolute end, whatever happens. */
  readonly endsAt: Date;
  /** End when nobody uses it; moves on with use, never beyond `endsAt`. */
  readonly expiresAt: Date;
  readonly outbox?: readonly OutboxEvent[];
}

const schema = new Schema<SessionDocument>(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    kind: { type: String, required: true },
    endsAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    outbox: { type: [Schema.Types.Mixed], default: undefined },
  },
  { collection: "sessions", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const SessionModel = mongoose.model("Session", schema);

export const sessionIndexes: WantedIndexes = {
  collection: "sessions",
  indexes: [
    outboxIndex,
    { name: "person", key: { personId: 1 }, serves: "ending every session of a person whose roles change" },
    { name: "expired", key: { expiresAt: 1 }, expireAfterSeconds: 86_400, serves: "tidying up; the filter decides" },
  ],
};
