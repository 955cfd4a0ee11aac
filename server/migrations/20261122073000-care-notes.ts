import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** Allergies and diet: found by the person, whose id is theirs. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "care_notes", [
    { name: "outbox", key: { "outbox.id": 1 }, partialFilterExpression: { "outbox.id": { $exists: true } } },
  ]);
}
