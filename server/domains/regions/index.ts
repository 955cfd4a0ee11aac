import { regionsContract } from "@shared/domains/regions/regions.contract";
import type { Domain } from "@server/core/domain";
import { loadRegionPacks } from "./load-region-packs";
import { regionIndexes } from "./region.model";
import { openRegionPacks } from "./region-tree";
import { regionsHandlers } from "./regions.handlers";

export { buildCommunity, buildRegion } from "./regions.builders";
export { districtOf, findRegion, labelOf, type PlacedRegion } from "./region-tree";

/** Where people live and care points stand: a tree whose levels and names are each city's data. */
export const regionsDomain: Domain<typeof regionsContract> = {
  contract: regionsContract,
  createHandlers: ({ env }) => {
    openRegionPacks(loadRegionPacks({ names: env.regionPacks }));
    return regionsHandlers;
  },
  jobs: [],
  indexes: [regionIndexes],
};
