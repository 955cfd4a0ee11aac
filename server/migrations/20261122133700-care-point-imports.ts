import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

const outbox = {
  name: "outbox",
  key: { "outbox.id": 1 },
  partialFilterExpression: { "outbox.id": { $exists: true } },
} as const;
const expiry = { name: "expiry", key: { expiresAt: 1 }, expireAfterSeconds: 0 } as const;

/** An office's lists of care points, with their rows. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "care_point_imports", [
    { name: "office", key: { regionId: 1, at: -1 } },
    { name: "state", key: { state: 1, at: 1 } },
    expiry,
    outbox,
  ]);
  await buildIndexes(db, "care_point_import_rows", [
    { name: "state", key: { importId: 1, state: 1, row: 1 } },
    expiry,
    outbox,
  ]);
}
