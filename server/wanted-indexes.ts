import { auditIndexes } from "./core/audit/audit.model";
import { database, isDatabaseUp } from "./core/db/connect";
import { compareIndexes, type WantedIndexes } from "./core/db/indexes";
import type { Domain } from "./core/domain";
import { jobsIndexes } from "./core/jobs/jobs.model";
import { limitsIndexes } from "./core/limits/limits.model";

/** Every index that core and the domains rely on. */
export const wantedIndexes = (domains: readonly Domain[]): readonly WantedIndexes[] => [
  limitsIndexes,
  jobsIndexes,
  ...auditIndexes,
  ...domains.flatMap(({ indexes }) => indexes),
];

/** The database lacks an index or has another one; the message has one sentence per difference. */
export class IndexError extends Error {
  override readonly name = "IndexError";
}

/** @throws IndexError when the database is not as the models rely on: an index that is not there protects nothing */
export async function assertIndexes(domains: readonly Domain[]): Promise<void> {
  const differences = await compareIndexes(database(), wantedIndexes(domains));
  if (differences.length > 0) throw new IndexError(differences.join("\n"));
}

/** Whether the database answers and still has every index. */
export async function isReady(domains: readonly Domain[]): Promise<boolean> {
  try {
    return (await isDatabaseUp()) && (await compareIndexes(database(), wantedIndexes(domains))).length === 0;
  } catch {
    return false;
  }
}
