import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** People, their sessions and login codes carry events for the audit. */
export async function up(db: mongo.Db): Promise<void> {
  for (const collection of ["people", "sessions", "login_codes"]) {
    await buildIndexes(db, collection, [
      { name: "outbox", key: { "outbox.id": 1 }, partialFilterExpression: { "outbox.id": { $exists: true } } },
    ]);
  }
}
