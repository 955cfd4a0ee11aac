import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** The audit chain, and the reads that wait for it. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "audit_entries", [{ name: "place", key: { stream: 1, seq: 1 }, unique: true }]);
  await buildIndexes(db, "audit_reads", [
    { name: "outbox", key: { "outbox.id": 1 }, partialFilterExpression: { "outbox.id": { $exists: true } } },
  ]);
}
