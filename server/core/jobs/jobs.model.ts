import type { WantedIndexes } from "../db/indexes";

export const JOBS_COLLECTION = "jobs";

/** One job, whoever runs it. `_id` is its name. */
export interface JobDocument {
  readonly _id: string;
  /** How often, as the code says; when that changes the next turn is reckoned anew. */
  readonly every: string;
  readonly nextRunAt: Date;
  /** Nobody else runs it until then; in the past when nobody does. */
  readonly lockedUntil: Date;
  /** Which run holds it. */
  readonly holder: string;
  /** Failed runs in a row. */
  readonly failures: number;
}

export const jobsIndexes: WantedIndexes = {
  collection: JOBS_COLLECTION,
  indexes: [{ name: "due", key: { nextRunAt: 1 }, serves: "each second: which jobs are due" }],
};
