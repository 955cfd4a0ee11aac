import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

const whileActive = { partialFilterExpression: { active: true } };
const outbox = {
  name: "outbox",
  key: { "outbox.id": 1 },
  partialFilterExpression: { "outbox.id": { $exists: true } },
} as const;

/** Who may act for whom, the invitations to it, and what was done. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "bonds", [
    { name: "pair", key: { elder: 1, helper: 1 }, unique: true, ...whileActive },
    { name: "elder_place", key: { elder: 1, elderPlace: 1 }, unique: true, ...whileActive },
    { name: "helper_place", key: { helper: 1, helperPlace: 1 }, unique: true, ...whileActive },
    { name: "invitations", key: { invitations: 1 }, unique: true },
    { name: "expiring", key: { expiresAt: 1 }, ...whileActive },
    outbox,
  ]);
  await buildIndexes(db, "family_invitations", [
    { name: "code", key: { codeIndex: 1 }, unique: true },
    { name: "elder", key: { elder: 1, expiresAt: 1 } },
    { name: "expired", key: { expiresAt: 1 }, expireAfterSeconds: 86_400 },
    outbox,
  ]);
  await buildIndexes(db, "family_acts", [{ name: "elder_latest", key: { elder: 1, at: -1, _id: -1 } }]);
}
