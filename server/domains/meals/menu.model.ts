import mongoose, { Schema, type Model } from "mongoose";
import type { Allergen, DietMark } from "@shared/core/diet";
import type { Meal, ServingMode } from "@shared/domains/meals/meals.contract";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";

/** A dish of one sitting. The same dish of a care point has the same id on every day. */
export interface MenuDish {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly allergens: readonly Allergen[];
  readonly dietMarks: readonly DietMark[];
  readonly priceFen: number;
  /** Portions that were made; each is a document of its own. */
  readonly portions: number;
  /** Free portions as last counted, for display only: a claim never reads it. */
  readonly freeShown: number;
  /** Marked sold out at the counter: nothing of it is free, however many there are in all. */
  readonly soldOut?: true;
}

/** That a sitting is not cooked after all; nothing takes it back. */
export interface ClosedSitting {
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** A sitting, one meal at one care point on one date, with its dishes. */
export interface MenuDocument {
  readonly _id: string;
  readonly carePointId: string;
  readonly serviceDate: string;
  readonly meal: Meal;
  readonly servesFrom: string;
  readonly servesUntil: string;
  /** Cut-off for booking and cancelling. */
  readonly closesAt: Date;
  readonly modes: readonly ServingMode[];
  readonly dishes: readonly MenuDish[];
  readonly closed?: ClosedSitting;
  /** Closed before anything was planned: it stands only so that nothing can be. */
  readonly unplanned?: true;
  /** Changes whose portions are not yet known to be made or taken away: whoever finds one finishes it. */
  readonly fits?: readonly { readonly id: string }[];
  /** Which request planned it: a repeat under its key finds it. */
  readonly plan?: { readonly key: string; readonly fingerprint: string };
  readonly outbox?: readonly OutboxEvent[];
}

const dish = new Schema<MenuDish>(
  {
    id: { type: String, required: true },
    name: { type: String, required: true },
    description: { type: String, default: "" },
    allergens: { type: [String], required: true },
    dietMarks: { type: [String], required: true },
    priceFen: { type: Number, required: true },
    portions: { type: Number, required: true },
    freeShown: { type: Number, required: true },
    soldOut: Boolean,
  },
  { _id: false, strict: "throw" },
);

const schema = new Schema<MenuDocument>(
  {
    _id: { type: String, required: true },
    carePointId: { type: String, required: true },
    serviceDate: { type: String, required: true },
    meal: { type: String, required: true },
    servesFrom: { type: String, required: true },
    servesUntil: { type: String, required: true },
    closesAt: { type: Date, required: true },
    modes: { type: [String], required: true },
    dishes: { type: [dish], required: true } as never,
    closed: { type: Schema.Types.Mixed, default: undefined },
    unplanned: Boolean,
    fits: { type: [Schema.Types.Mixed], default: undefined } as never,
    plan: { type: Schema.Types.Mixed, default: undefined },
    outbox: { type: [Schema.Types.Mixed], default: undefined } as never,
  },
  { collection: "menus", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const MenuModel: Model<MenuDocument> = mongoose.model<MenuDocument>("Menu", schema);

export const menuIndexes: WantedIndexes = {
  collection: "menus",
  indexes: [
    {
      name: "sitting",
      key: { carePointId: 1, serviceDate: 1, meal: 1 },
      unique: true,
      serves: "one menu for each meal of a care point and date",
    },
    {
      name: "days",
      key: { carePointId: 1, serviceDate: 1, servesFrom: 1 },
      serves: "the menus of a care point from a day on, in the order in which they are eaten",
    },
    {
      name: "fits",
      key: { "fits.id": 1 },
      partialFilterExpression: { "fits.id": { $exists: true } },
      serves: "the job that finishes what broke off between a menu and its portions",
    },
    {
      name: "plan",
      key: { "plan.key": 1 },
      unique: true,
      partialFilterExpression: { "plan.key": { $exists: true } },
      serves: "a key plans one sitting",
    },
    outboxIndex,
  ],
};
