import { trusted } from "@server/core/db/trusted";
import type { Job } from "@server/core/jobs/job";
import { BondModel, type BondDocument } from "./bond.model";
import { endBond } from "./end-bond";

const AT_ONCE = 500;

/** What the family domain does when nobody asks. */
export const familyJobs: readonly Job[] = [
  {
    // Only tidies up and tells: a bond whose time is over holds no more, whether or not this has run.
    name: "family.end-expired",
    every: { cron: "10 * * * *" },
    run: async ({ clock }) => {
      const now = clock.now();
      const over = await BondModel.find({ active: true, expiresAt: trusted({ $lte: new Date(now) }) })
        .limit(AT_ONCE)
        .lean<BondDocument[]>();
      for (const bond of over) await endBond({ bond, endedBy: null, now });
    },
  },
];
