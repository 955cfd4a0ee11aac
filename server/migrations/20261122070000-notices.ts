import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** The inbox, its messages and calls; the ledger of allowed messages; WeChat identities by person. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "notices", [
    { name: "mine", key: { personId: 1, at: 1, _id: 1 } },
    { name: "due", key: { dueAt: 1 }, partialFilterExpression: { dueAt: { $exists: true } } },
    { name: "calls", key: { carePointId: 1, delivery: 1, at: 1 } },
    { name: "outbox", key: { "outbox.id": 1 }, partialFilterExpression: { "outbox.id": { $exists: true } } },
  ]);
  await buildIndexes(db, "message_permissions", [
    { name: "unspent", key: { personId: 1, unspent: 1, at: 1 } },
    { name: "spent", key: { personId: 1, spentOn: 1 } },
  ]);
  await buildIndexes(db, "identities", [{ name: "person", key: { personId: 1 } }]);
}
