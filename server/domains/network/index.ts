import { networkContract } from "@shared/domains/network/network.contract";
import type { Domain } from "@server/core/domain";
import { createNetworkHandlers } from "./network.handlers";

/** What each region's network must hold and what it lacks, counted from the entries whenever somebody asks. */
export const networkDomain: Domain<typeof networkContract> = {
  contract: networkContract,
  createHandlers: createNetworkHandlers,
  jobs: [],
  indexes: [],
};
