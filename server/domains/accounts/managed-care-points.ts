import { trusted } from "@server/core/db/trusted";
import { PersonModel, type PersonDocument } from "./person.model";

/** More managers than a page of care points has. */
const MANAGERS_AT_MOST = 2_000;

/** Which of these care points have a manager. At most one command. */
export async function findManagedCarePoints(carePointIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (carePointIds.length === 0) return new Set();
  const people = await PersonModel.find({ "memberships.carePointId": trusted({ $in: [...carePointIds] }) })
    .select({ memberships: 1 })
    .limit(MANAGERS_AT_MOST)
    .batchSize(MANAGERS_AT_MOST)
    .lean<Pick<PersonDocument, "_id" | "memberships">[]>();
  const managed = people.flatMap(({ memberships }) => memberships.filter(({ role }) => role === "care_point_manager"));
  return new Set(managed.map(({ carePointId }) => carePointId));
}
