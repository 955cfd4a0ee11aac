import { limitsIndexes } from "./core/limits/limits.model";
import type { Domain } from "./core/domain";
import type { WantedIndexes } from "./core/db/indexes";
import { jobsIndexes } from "./core/jobs/jobs.model";

/** Every index that core and the domains rely on. */
export const wantedIndexes = (domains: readonly Domain[]): readonly WantedIndexes[] => [
  limitsIndexes,
  jobsIndexes,
  ...domains.flatMap(({ indexes }) => indexes),
];
