import mongoose, { Schema, type Model } from "mongoose";
import type { FamilyScope, Relation } from "@shared/domains/family/family.contract";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";

/** An elder's leave for one helper to act for her. Standing = `active`; it stays as a record when it has ended. */
export interface BondDocument {
  readonly _id: string;
  readonly elder: string;
  readonly helper: string;
  readonly relation: Relation;
  readonly scopes: readonly FamilyScope[];
  /** Every invitation that made or renewed it: one that was taken up never makes another. */
  readonly invitations: readonly string[];
  /** Places among the elder's helpers and among the helper's elders, from 0: how a limit is a unique index. */
  readonly elderPlace: number;
  readonly helperPlace: number;
  readonly since: Date;
  /** The first instant at which it no longer holds; null: until one of the two ends it. */
  readonly expiresAt: Date | null;
  readonly active?: true;
  readonly endedAt?: Date;
  /** Who ended it; absent when its time was over. */
  readonly endedBy?: string;
  readonly outbox?: readonly OutboxEvent[];
}

const schema = new Schema<BondDocument>(
  {
    _id: { type: String, required: true },
    elder: { type: String, required: true },
    helper: { type: String, required: true },
    relation: { type: String, required: true },
    scopes: { type: [String], required: true },
    invitations: { type: [String], required: true },
    elderPlace: { type: Number, required: true },
    helperPlace: { type: Number, required: true },
    since: { type: Date, required: true },
    expiresAt: { type: Date, default: null },
    active: Boolean,
    endedAt: Date,
    endedBy: String,
    outbox: { type: [Schema.Types.Mixed], default: undefined } as never,
  },
  { collection: "bonds", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const BondModel: Model<BondDocument> = mongoose.model<BondDocument>("Bond", schema);

const whileActive = { partialFilterExpression: { active: true } } as const;

export const bondIndexes: WantedIndexes = {
  collection: "bonds",
  indexes: [
    {
      name: "pair",
      key: { elder: 1, helper: 1 },
      unique: true,
      ...whileActive,
      serves: "one standing bond of two people; may this helper act for this elder",
    },
    {
      name: "elder_place",
      key: { elder: 1, elderPlace: 1 },
      unique: true,
      ...whileActive,
      serves: "at most so many helpers for an elder; who acts for her",
    },
    {
      name: "helper_place",
      key: { helper: 1, helperPlace: 1 },
      unique: true,
      ...whileActive,
      serves: "at most so many elders for a helper; for whom he acts",
    },
    {
      name: "invitations",
      key: { invitations: 1 },
      unique: true,
      serves: "an invitation makes or renews one bond, once",
    },
    { name: "of_elder", key: { elder: 1 }, serves: "erasing or moving what an elder had, also what has ended" },
    { name: "of_helper", key: { helper: 1 }, serves: "the same of a helper" },
    { name: "expiring", key: { expiresAt: 1 }, ...whileActive, serves: "ending bonds whose time is over" },
    outboxIndex,
  ],
};
