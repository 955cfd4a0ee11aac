import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

const outbox = {
  name: "outbox",
  key: { "outbox.id": 1 },
  partialFilterExpression: { "outbox.id": { $exists: true } },
} as const;
const oneOpen = { unique: true, partialFilterExpression: { state: "open" } } as const;
const toAnswer = { name: "to_answer", key: { "owner.id": 1, state: 1, dueOn: 1 } } as const;

/** What an office has to see to: proposed changes, corrections nobody answered, claims, its district's entries. */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "record_changes", [
    { name: "one_open", key: { carePointId: 1, what: 1 }, ...oneOpen },
    { name: "of_place", key: { carePointId: 1, openedOn: 1 } },
    toAnswer,
    { name: "proposer", key: { proposerId: 1 } },
    outbox,
  ]);
  await buildIndexes(db, "claims", [
    { name: "one_open", key: { carePointId: 1, claimantId: 1 }, ...oneOpen },
    toAnswer,
    { name: "claimant", key: { claimantId: 1, openedOn: 1 } },
    outbox,
  ]);
  await buildIndexes(db, "office_acts", [{ name: "of_place", key: { carePointId: 1, at: 1 } }]);
  await buildIndexes(db, "corrections", [{ name: "office", key: { "owner.id": 1, state: 1, dueOn: 1 } }]);
  await buildIndexes(db, "care_points", [
    { name: "of_district", key: { districtId: 1, overdueFrom: 1, _id: 1 } },
    { name: "withheld", key: { districtId: 1, "withheld.since": 1 } },
  ]);
}
