import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** Regions beyond the packs, and care points by distance. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "regions", [{ name: "children", key: { parentId: 1, name: 1 } }]);
  await buildIndexes(db, "care_points", [{ name: "position", key: { position: "2dsphere" } }]);
}
