import type { Job } from "@server/core/jobs/job";
import { computeCoverages } from "./circle-coverage";

/** Each hour it looks for cities not computed today, so the first hour does the day's work. */
export const circleJobs: readonly Job[] = [
  { name: "care-points.compute-coverage", every: { seconds: 3_600 }, run: computeCoverages },
];
