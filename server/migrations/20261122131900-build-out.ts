import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

const outbox = {
  name: "outbox",
  key: { "outbox.id": 1 },
  partialFilterExpression: { "outbox.id": { $exists: true } },
} as const;

/** Meal points of a programme, how its target is split, and the batches that are published. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "meal_points", [
    {
      name: "plaque",
      key: { cityId: 1, plaqueNumber: 1 },
      unique: true,
      partialFilterExpression: { plaqueNumber: { $type: "string" } },
    },
    { name: "of_county", key: { countyId: 1, dueOn: 1, _id: 1 } },
    { name: "of_county_state", key: { countyId: 1, state: 1, dueOn: 1, _id: 1 } },
    { name: "of_city", key: { cityId: 1, dueOn: 1, _id: 1 } },
    { name: "of_city_state", key: { cityId: 1, state: 1, dueOn: 1, _id: 1 } },
    { name: "due", key: { escalatedOn: 1, dueOn: 1 } },
    { name: "position", key: { position: "2dsphere" } },
    outbox,
  ]);
  await buildIndexes(db, "target_splits", [{ name: "of_city", key: { cityId: 1, at: -1, _id: 1 } }, outbox]);
  await buildIndexes(db, "meal_point_batches", [
    { name: "named", key: { countyId: 1, name: 1 }, unique: true },
    { name: "of_county", key: { countyId: 1, at: -1, _id: 1 } },
  ]);
}
