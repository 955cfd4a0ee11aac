import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

const outbox = {
  name: "outbox",
  key: { "outbox.id": 1 },
  partialFilterExpression: { "outbox.id": { $exists: true } },
} as const;

/** Entries in the hands of their care points, and what people say is wrong with them. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "care_points", [outbox]);
  await buildIndexes(db, "corrections", [
    { name: "to_answer", key: { carePointId: 1, state: 1, dueOn: 1 } },
    { name: "due", key: { state: 1, dueOn: 1 } },
    { name: "reporter", key: { reporterId: 1 } },
    outbox,
  ]);
}
