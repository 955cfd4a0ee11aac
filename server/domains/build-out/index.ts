import { buildOutContract } from "@shared/domains/build-out/build-out.contract";
import { programmeContract } from "@shared/domains/build-out/programme.contract";
import { auditOnly } from "@server/core/audit/audit-event";
import type { Domain } from "@server/core/domain";
import { batchIndexes } from "./batch.model";
import { createBuildOutHandlers } from "./build-out.handlers";
import { mealPointEvents } from "./care-point-of-meal-point";
import { buildOutJobs } from "./escalate-meal-points";
import { mealPointIndexes } from "./meal-point.model";
import { createProgrammeHandlers } from "./programme.handlers";
import { TARGET_SPLITS, targetSplitIndexes } from "./target-split.model";

/** Meal points on their way from a proposal to the first meal. */
export const buildOutDomain: Domain<typeof buildOutContract> = {
  contract: buildOutContract,
  createHandlers: createBuildOutHandlers,
  jobs: buildOutJobs,
  indexes: [mealPointIndexes],
  outbox: [mealPointEvents],
};

/** How far a city is with them, its plaques and batches. */
export const programmeDomain: Domain<typeof programmeContract> = {
  contract: programmeContract,
  createHandlers: createProgrammeHandlers,
  jobs: [],
  indexes: [targetSplitIndexes, batchIndexes],
  outbox: [auditOnly(TARGET_SPLITS)],
};
