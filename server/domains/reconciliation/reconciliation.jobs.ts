import type { Job } from "@server/core/jobs/job";
import { fetchProvinceFigures } from "./fetch-province-figures";

export const reconciliationJobs: readonly Job[] = [
  {
    name: "reconciliation.fetch-province-figures",
    every: { cron: "40 2 * * *" },
    run: (deps) => fetchProvinceFigures(deps),
  },
];
