import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** Pictures of places, and their files in GridFS with the indexes that it looks for. */
export async function up(db: mongo.Db): Promise<void> {
  const active = { partialFilterExpression: { active: true } };
  await buildIndexes(db, "care_point_photos", [
    { name: "slot", key: { ownerId: 1, "subject.id": 1, slot: 1 }, unique: true, ...active },
    { name: "original", key: { ownerId: 1, originalHash: 1 }, unique: true, ...active },
    { name: "state", key: { state: 1, changedAt: 1 } },
    { name: "added_by", key: { addedBy: 1 } },
    { name: "outbox", key: { "outbox.id": 1 }, partialFilterExpression: { "outbox.id": { $exists: true } } },
  ]);
  await buildIndexes(db, "photo_files.files", [
    { name: "filename_1_uploadDate_1", key: { filename: 1, uploadDate: 1 } },
  ]);
  await buildIndexes(db, "photo_files.chunks", [{ name: "files_id_1_n_1", key: { files_id: 1, n: 1 }, unique: true }]);
}
