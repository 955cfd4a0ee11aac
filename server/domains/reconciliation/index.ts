import { reconciliationContract } from "@shared/domains/reconciliation/reconciliation.contract";
import type { Domain } from "@server/core/domain";
import { createReconciliationHandlers } from "./reconciliation.handlers";
import { reconciliationJobs } from "./reconciliation.jobs";

/** 对账: what the province's platform has of a city's facilities, beside what stands here. Neither changes the other. */
export const reconciliationDomain: Domain<typeof reconciliationContract> = {
  contract: reconciliationContract,
  createHandlers: createReconciliationHandlers,
  jobs: reconciliationJobs,
  indexes: [],
};
