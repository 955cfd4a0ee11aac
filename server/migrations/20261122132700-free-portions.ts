import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** Free portions stand together in an index: a claim in a rush no longer walks past those that are taken. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "portions", [
    {
      name: "free",
      key: { sitting: 1, dish: 1, active: 1, seat: 1 },
      partialFilterExpression: { seat: { $exists: true } },
    },
  ]);
}
