import { trusted } from "@server/core/db/trusted";
import type { Job } from "@server/core/jobs/job";
import { mergeEverywhere } from "./merge-people";
import { PersonMergeModel, type PersonMergeDocument } from "./person-merge.model";

const AT_ONCE = 100;

/** Finishes merges that broke off, and looks once more after those that did not. */
export const mergeJobs: readonly Job[] = [
  {
    name: "merge.finish-merges",
    every: { seconds: 60 },
    run: async (deps) => {
      const open = await PersonMergeModel.find({ state: "open", at: trusted({ $lte: new Date(deps.clock.now()) }) })
        .sort({ at: 1 })
        .limit(AT_ONCE)
        .lean<PersonMergeDocument[]>();
      for (const merge of open) await mergeEverywhere(deps, merge);
    },
  },
];
