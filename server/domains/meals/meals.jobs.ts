import type { Job } from "@server/core/jobs/job";
import { dropRefusals } from "@server/core/units/drop-refusals";
import { PortionModel } from "./portion.model";
import { remindOfTomorrow } from "./remind-of-tomorrow";

/** What meals do when nobody asks; counting anew what is left is the outbox's work (recount-portions.ts). */
export const mealsJobs: readonly Job[] = [
  {
    name: "meals.drop-refusals",
    every: { cron: "20 3 * * *" },
    run: ({ clock }) => dropRefusals(PortionModel, { now: clock.now(), until: "servesUntil" }),
  },
  { name: "meals.remind-tomorrow", every: { cron: "0 18 * * *" }, run: remindOfTomorrow },
];
