import type { Job } from "@server/core/jobs/job";
import { deriveCarePoints } from "./derive-care-points";

/** What care points do when nobody asks: each hour it looks for those not worked out today, so the first hour does the day's work. */
export const carePointsJobs: readonly Job[] = [
  { name: "care-points.derive", every: { seconds: 3_600 }, run: deriveCarePoints },
];
