import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

const exists = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });

/** The counter and menu planning: changes under way, keys of plans, dish lists, typed codes, what was done offline. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "menus", [
    { name: "fits", key: { "fits.id": 1 }, ...exists("fits.id") },
    { name: "plan", key: { "plan.key": 1 }, unique: true, ...exists("plan.key") },
    { name: "outbox", key: { "outbox.id": 1 }, ...exists("outbox.id") },
  ]);
  await buildIndexes(db, "portions", [
    {
      name: "waiting",
      key: { servesUntil: 1 },
      partialFilterExpression: { state: "booked" },
    },
  ]);
  await buildIndexes(db, "dishes", [
    { name: "list", key: { carePointId: 1, name: 1 }, unique: true },
    { name: "outbox", key: { "outbox.id": 1 }, ...exists("outbox.id") },
  ]);
  await buildIndexes(db, "code_guesses", [{ name: "old", key: { at: 1 }, expireAfterSeconds: 86_400 }]);
  await buildIndexes(db, "counter_acts", [{ name: "old", key: { at: 1 }, expireAfterSeconds: 30 * 86_400 }]);
}
