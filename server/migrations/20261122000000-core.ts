import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "leases", []);
  await buildIndexes(db, "jobs", [{ name: "due", key: { nextRunAt: 1 } }]);
  await buildIndexes(db, "limits", [
    { name: "key", key: { key: 1 }, unique: true },
    { name: "expire", key: { expire: -1 }, expireAfterSeconds: 0 },
  ]);
}
