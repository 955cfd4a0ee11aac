import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** Staff by care point, and their login names by person. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "credentials", [{ name: "person", key: { personId: 1 } }]);
  await buildIndexes(db, "people", [
    {
      name: "staff",
      key: { "memberships.carePointId": 1 },
      partialFilterExpression: { "memberships.carePointId": { $exists: true } },
    },
  ]);
}
