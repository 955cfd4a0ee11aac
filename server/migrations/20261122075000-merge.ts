import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** Who is asked whether she is somebody whom staff had registered. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "person_merges", [
    { name: "record", key: { recordId: 1 } },
    { name: "open", key: { at: 1 }, partialFilterExpression: { state: "open" } },
    { name: "outbox", key: { "outbox.id": 1 }, partialFilterExpression: { "outbox.id": { $exists: true } } },
  ]);
}
