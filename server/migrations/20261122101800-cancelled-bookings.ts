import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** A person's cancelled bookings, among those that are over. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "portions", [
    {
      name: "given_back",
      key: { "past.elder": 1, servesUntil: 1 },
      partialFilterExpression: { "past.elder": { $exists: true } },
    },
  ]);
}
