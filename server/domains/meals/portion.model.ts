import mongoose, { Schema, type Model } from "mongoose";
import type { PickUpProof } from "@shared/domains/meals/meal-counter-shapes";
import type { Meal, ServingMode } from "@shared/domains/meals/meals.contract";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex } from "@server/core/outbox/outbox";
import type { FamilyBond } from "@server/domains/family/index";
import { unitIndexes, unitSchemaFields, type UnitFields } from "@server/core/units/unit.model";

/** One line of a price, frozen when the meal was booked. */
export interface FrozenPriceLine {
  readonly label: string;
  readonly amountFen: number;
}

/** What a booking writes on its portion, and what stays of it when it is cancelled. */
export interface HeldPortion {
  readonly elder: string;
  readonly date: string;
  readonly meal: Meal;
  readonly mode: ServingMode;
  readonly carePointId: string;
  readonly dishName: string;
  readonly servesFrom: string;
  readonly priceLines: readonly FrozenPriceLine[];
  /** Who booked it; absent on what nobody booked beforehand. */
  readonly bookedBy?: string;
  /** When it was booked: of two bookings of one meal the earlier stays when two records become one person. */
  readonly bookedAt?: Date;
  /** Who that is to the elder, when the booking was made by a bond. */
  readonly bookedAs?: FamilyBond["relation"];
}

/** What showed that somebody may take the meal. */
export type ServedBy = PickUpProof["kind"] | "walk_in";

/** One portion of a dish at a sitting: the portion is the booking. Refusals stand in the same collection. */
export interface PortionDocument extends UnitFields<HeldPortion>, Partial<HeldPortion> {
  /** Id of the menu. */
  readonly sitting?: string;
  /** Id of the dish. */
  readonly dish?: string;
  /** End of serving. */
  readonly servesUntil?: Date;
  /** Six digits, told to the cook. */
  readonly code?: string;
  /** When it was handed out, by the server's clock; absent unless it is. */
  readonly servedAt?: Date;
  readonly servedBy?: ServedBy;
  /** Handed out to somebody without an account: `elder` is then nobody's id. */
  readonly isGuest?: true;
  /** When a handing-out was last taken back: what was done before then and arrives later no longer counts. */
  readonly undoneAt?: Date;
}

/** A booking's own fields beside what it held: they go with it. */
export const BESIDE_HELD = ["code", "servedAt", "servedBy", "isGuest", "undoneAt"] as const;

const schema = new Schema<PortionDocument>(
  {
    ...unitSchemaFields,
    sitting: String,
    dish: String,
    servesUntil: Date,
    code: String,
    servedAt: Date,
    servedBy: String,
    isGuest: Boolean,
    undoneAt: Date,
    elder: String,
    date: String,
    meal: String,
    mode: String,
    carePointId: String,
    dishName: String,
    servesFrom: String,
    bookedBy: String,
    bookedAt: Date,
    bookedAs: String,
    priceLines: { type: [Schema.Types.Mixed], default: undefined } as never,
  },
  { collection: "portions", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const PortionModel: Model<PortionDocument> = mongoose.model<PortionDocument>("Portion", schema);

const whileActive = { partialFilterExpression: { active: true } } as const;

export const portionIndexes: WantedIndexes = {
  collection: "portions",
  indexes: [
    ...unitIndexes,
    outboxIndex,
    {
      name: "seat",
      key: { sitting: 1, dish: 1, seat: 1 },
      unique: true,
      partialFilterExpression: { seat: { $exists: true } },
      serves: "each portion once; count the free ones of a sitting",
    },
    {
      name: "free",
      key: { sitting: 1, dish: 1, active: 1, seat: 1 },
      partialFilterExpression: { seat: { $exists: true } },
      serves: "claim the next free one and know that none is left, without a look at those that are taken",
    },
    {
      name: "holder",
      key: { elder: 1, date: 1, meal: 1 },
      unique: true,
      ...whileActive,
      serves: "one meal a person, over all care points",
    },
    {
      name: "code",
      key: { sitting: 1, code: 1 },
      unique: true,
      ...whileActive,
      serves: "a pick-up code means one portion of a sitting",
    },
    {
      name: "mine",
      key: { elder: 1, servesUntil: 1, bookingId: 1 },
      ...whileActive,
      serves: "a person's bookings, coming up or past",
    },
    {
      name: "given_back",
      key: { "past.elder": 1, servesUntil: 1 },
      partialFilterExpression: { "past.elder": { $exists: true } },
      serves: "a person's cancelled bookings",
    },
    {
      name: "waiting",
      key: { servesUntil: 1 },
      partialFilterExpression: { state: "booked" },
      serves: "the job that notes who did not come",
    },
  ],
};
