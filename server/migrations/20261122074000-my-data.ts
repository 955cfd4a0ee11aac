import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** Who left, and what is found by a person when she does. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "account_deletions", [
    { name: "open", key: { at: 1 }, partialFilterExpression: { state: "open" } },
    { name: "outbox", key: { "outbox.id": 1 }, partialFilterExpression: { "outbox.id": { $exists: true } } },
  ]);
  await buildIndexes(db, "bonds", [
    { name: "of_elder", key: { elder: 1 } },
    { name: "of_helper", key: { helper: 1 } },
  ]);
}
