import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** A proposed change says which offices may answer it: one that is overdue is the city's, too. */
export async function up(db: mongo.Db): Promise<void> {
  const changes = db.collection("record_changes");
  await changes.updateMany({ offices: { $exists: false } }, [{ $set: { offices: ["$owner.id"], escalatedOn: null } }]);
  await buildIndexes(db, "record_changes", [
    { name: "of_offices", key: { offices: 1, state: 1, dueOn: 1 } },
    { name: "due", key: { state: 1, escalatedOn: 1, dueOn: 1 } },
  ]);
  // By the owner alone the district's office would not find what the city has, too.
  if (await changes.indexExists("to_answer")) await changes.dropIndex("to_answer");
}
