import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

const whileActive = { partialFilterExpression: { active: true } };

/** Menus by care point and day; portions, their bookings and refusals. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "menus", [
    { name: "sitting", key: { carePointId: 1, serviceDate: 1, meal: 1 }, unique: true },
    { name: "days", key: { carePointId: 1, serviceDate: 1, servesFrom: 1 } },
  ]);
  await buildIndexes(db, "portions", [
    { name: "keys", key: { keys: 1 }, unique: true, partialFilterExpression: { keys: { $exists: true } } },
    { name: "refusals", key: { at: 1 }, partialFilterExpression: { kind: "refusal" } },
    { name: "outbox", key: { "outbox.id": 1 }, partialFilterExpression: { "outbox.id": { $exists: true } } },
    {
      name: "seat",
      key: { sitting: 1, dish: 1, seat: 1 },
      unique: true,
      partialFilterExpression: { seat: { $exists: true } },
    },
    { name: "holder", key: { elder: 1, date: 1, meal: 1 }, unique: true, ...whileActive },
    { name: "code", key: { sitting: 1, code: 1 }, unique: true, ...whileActive },
    { name: "mine", key: { elder: 1, servesUntil: 1, bookingId: 1 }, ...whileActive },
  ]);
}
