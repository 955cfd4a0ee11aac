import { Schema, type Model } from "mongoose";
import type { WantedIndex } from "../db/indexes";
import type { OutboxEvent } from "../outbox/outbox";

/** Why a request was told no. */
export type RefusalReason = "nothing_free" | "past_cut_off" | "holds_another" | "not_yet" | "called_off";

/** A booking that no longer holds its unit, with what it held. */
export type PastBooking<Held> = Held & {
  readonly bookingId: string;
  readonly fingerprint: string;
  /** How it ended, in the domain's word. */
  readonly how: string;
  /** Who ended it; absent on what ended before that was kept. */
  readonly by?: string;
  /** What that person was to the holder, in the domain's word, when he acted for her. */
  readonly as?: string;
  readonly at: Date;
};

/**
 * One bookable thing - a portion, seat or time-slot - or a refusal in the same collection, so that one unique index
 * over `keys` arbitrates between yes and no. Free = `active` and `withdrawn` absent.
 */
export interface UnitFields<Held> {
  readonly _id: string;
  /** Place among the units of the same kind, from 0; absent on a refusal. */
  readonly seat?: number;
  /** Cut-off: from this instant on nobody books. */
  readonly closesAt?: Date;
  readonly withdrawn?: true;
  readonly active?: true;
  /** Paid for by everybody who takes part: only then does it count as booked. */
  readonly settled?: boolean;
  readonly state?: string;
  readonly bookingId?: string;
  readonly fingerprint?: string;
  /** Every booking id ever used on it; absent until the first, or free units would collide on the empty list. */
  readonly keys?: readonly string[];
  readonly past?: readonly PastBooking<Held>[];
  readonly outbox?: readonly OutboxEvent[];
  readonly kind?: "refusal";
  readonly reason?: RefusalReason;
  /** Booking that the person held instead. */
  readonly existing?: string;
  /** When the refusal was given. */
  readonly at?: Date;
}

/** The collection of a domain's units. */
export type UnitModel<Unit> = Model<Unit>;

/** The kernel's part of a unit's schema; a domain adds its own fields. */
export const unitSchemaFields = {
  _id: { type: String, required: true },
  seat: Number,
  closesAt: Date,
  withdrawn: Boolean,
  active: Boolean,
  settled: Boolean,
  state: String,
  bookingId: String,
  fingerprint: String,
  keys: { type: [String], default: undefined },
  past: { type: [Schema.Types.Mixed], default: undefined },
  outbox: { type: [Schema.Types.Mixed], default: undefined },
  kind: { type: String, enum: ["refusal"] },
  reason: String,
  existing: String,
  at: Date,
} as const;

/** The indexes under the kernel's promises; a domain adds those over its own fields. */
export const unitIndexes = [
  {
    name: "keys",
    key: { keys: 1 },
    unique: true,
    partialFilterExpression: { keys: { $exists: true } },
    serves: "a key books or is refused once, for ever; find by booking id",
  },
  {
    name: "refusals",
    key: { at: 1 },
    partialFilterExpression: { kind: "refusal" },
    serves: "drop refusals nobody can ask for any more",
  },
] as const satisfies readonly WantedIndex[];
