import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** What each community reaches on foot: around a care point that changed, by the nearest it names, and by city. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "circle_coverage", [
    { name: "position", key: { position: "2dsphere" } },
    { name: "nearest", key: { "reached.carePointId": 1 } },
    { name: "city", key: { cityId: 1, computedOn: 1 } },
  ]);
  await buildIndexes(db, "care_points", [{ name: "listed", key: { cityId: 1, leavesOn: 1 } }]);
}
