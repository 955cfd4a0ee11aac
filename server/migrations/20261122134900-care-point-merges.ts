import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** Proposals that two entries are one place. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "care_point_merges", [
    { name: "open", key: { sides: 1 }, unique: true, partialFilterExpression: { isOpen: true } },
    { name: "office", key: { "owner.id": 1, at: -1 } },
    { name: "state", key: { state: 1, at: 1 } },
    { name: "outbox", key: { "outbox.id": 1 }, partialFilterExpression: { "outbox.id": { $exists: true } } },
  ]);
}
