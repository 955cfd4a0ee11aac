import { trusted } from "@server/core/db/trusted";
import type { Job } from "@server/core/jobs/job";
import { AccountDeletionModel, type AccountDeletionDocument } from "./account-deletion.model";
import { eraseEverywhere } from "./delete-account";

const AT_ONCE = 100;

/** Finishes deletions that broke off, or of which something still had to reach the audit. */
export const myDataJobs: readonly Job[] = [
  {
    name: "my-data.finish-deletions",
    every: { seconds: 60 },
    run: async (deps) => {
      const open = await AccountDeletionModel.find({ state: "open", at: trusted({ $lte: new Date(deps.clock.now()) }) })
        .sort({ at: 1 })
        .limit(AT_ONCE)
        .lean<AccountDeletionDocument[]>();
      for (const { _id: personId, at } of open) await eraseEverywhere(deps, { personId, at });
    },
  },
];
