import mongoose, { Schema, type Model } from "mongoose";
import type { CallOutcome } from "@shared/domains/notices/notices.contract";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";
import type { NoticeTemplate } from "./notice-texts";

/**
 * - `inbox`: nothing more to do than to show it.
 * - `waiting`: a message is to be tried, from `dueAt` on.
 * - `sent`: WeChat took it.
 * - `to_call`: somebody of the care point must ring up.
 * - `called`: somebody did.
 */
export type Delivery = "inbox" | "waiting" | "sent" | "to_call" | "called";

export interface CallTry {
  /** Of the request that noted it; a repeat is no second call. */
  readonly id: string;
  readonly outcome: CallOutcome;
  readonly at: Date;
  readonly by: string;
}

/** Something a person is told, once: its id is made from what it tells of. */
export interface NoticeDocument {
  readonly _id: string;
  readonly personId: string;
  readonly carePointId: string | null;
  readonly template: NoticeTemplate;
  readonly title: string;
  readonly sentence: string;
  /** Keywords of the subscription message. */
  readonly message: Readonly<Record<string, string>>;
  readonly bookingId: string | null;
  readonly at: Date;
  readonly readAt?: Date;
  readonly delivery: Delivery;
  /** While waiting: when to try next. */
  readonly dueAt?: Date;
  readonly tries: number;
  readonly calls: readonly CallTry[];
  readonly outbox?: readonly OutboxEvent[];
}

const schema = new Schema<NoticeDocument>(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    carePointId: { type: String, default: null },
    template: { type: String, required: true },
    title: { type: String, required: true },
    sentence: { type: String, required: true },
    message: { type: Schema.Types.Mixed, required: true },
    bookingId: { type: String, default: null },
    at: { type: Date, required: true },
    readAt: Date,
    delivery: { type: String, required: true },
    dueAt: Date,
    tries: { type: Number, required: true },
    calls: { type: [Schema.Types.Mixed], default: [] },
    outbox: { type: [Schema.Types.Mixed], default: undefined },
  },
  { collection: "notices", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const NoticeModel: Model<NoticeDocument> = mongoose.model<NoticeDocument>("Notice", schema);

export const noticeIndexes: WantedIndexes = {
  collection: "notices",
  indexes: [
    {
      name: "mine",
      key: { personId: 1, at: 1, _id: 1 },
      serves: "a person's notices, latest first; how many are unread",
    },
    {
      name: "due",
      key: { dueAt: 1 },
      partialFilterExpression: { dueAt: { $exists: true } },
      serves: "messages to be tried",
    },
    { name: "calls", key: { carePointId: 1, delivery: 1, at: 1 }, serves: "whom a care point must ring up" },
    outboxIndex,
  ],
};
