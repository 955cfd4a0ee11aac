import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** People and how they come in. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "people", [
    { name: "phone", key: { phoneIndex: 1 }, unique: true, partialFilterExpression: { phoneIndex: { $exists: true } } },
    { name: "name_in_district", key: { districtId: 1, searchKeys: 1 } },
    { name: "phone_tail_in_district", key: { districtId: 1, phoneTailIndex: 1 } },
    { name: "demo", key: { "demo.order": 1 }, partialFilterExpression: { "demo.order": { $exists: true } } },
  ]);
  await buildIndexes(db, "sessions", [
    { name: "person", key: { personId: 1 } },
    { name: "expired", key: { expiresAt: 1 }, expireAfterSeconds: 86_400 },
  ]);
  await buildIndexes(db, "login_codes", [
    { name: "person", key: { personId: 1 } },
    { name: "expired", key: { expiresAt: 1 }, expireAfterSeconds: 86_400 },
  ]);
  await buildIndexes(db, "identities", []);
  await buildIndexes(db, "credentials", []);
}
