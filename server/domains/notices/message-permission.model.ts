import mongoose, { Schema, type Model } from "mongoose";
import type { MessageTemplate } from "@shared/domains/notices/notices.contract";
import type { WantedIndexes } from "@server/core/db/indexes";

/**
 * One tap that allowed one message of each kind named, 一次授权一条消息 (WeChat, 小程序订阅消息). WeChat cannot be asked how
 * many are left, so this is the ledger of them.
 */
export interface MessagePermissionDocument {
  /** Made from person and key of the tap: a repeated request is no second leave. */
  readonly _id: string;
  readonly personId: string;
  readonly allowed: readonly MessageTemplate[];
  readonly at: Date;
  readonly unspent: readonly MessageTemplate[];
  /** The notices whose messages it was spent on. */
  readonly spentOn: readonly string[];
}

const schema = new Schema<MessagePermissionDocument>(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    allowed: { type: [String], required: true },
    at: { type: Date, required: true },
    unspent: { type: [String], required: true },
    spentOn: { type: [String], required: true },
  },
  { collection: "message_permissions", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const MessagePermissionModel: Model<MessagePermissionDocument> = mongoose.model<MessagePermissionDocument>(
  "MessagePermission",
  schema,
);

export const messagePermissionIndexes: WantedIndexes = {
  collection: "message_permissions",
  indexes: [
    { name: "unspent", key: { personId: 1, unspent: 1, at: 1 }, serves: "a person's oldest leave that is not spent" },
    { name: "spent", key: { personId: 1, spentOn: 1 }, serves: "the leave a message has from an earlier try" },
  ],
};
