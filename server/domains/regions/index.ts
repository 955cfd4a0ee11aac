import { regionsContract } from "@shared/domains/regions/regions.contract";
import type { Domain } from "@server/core/domain";
import type { Deps } from "@server/core/deps";
import { loadRegionPacks } from "./load-region-packs";
import { regionIndexes } from "./region.model";
import { openRegionPacks } from "./region-tree";
import { regionsHandlers } from "./regions.handlers";

export { coverageOf, impliedWholes, paceNeeded, percentLabel, rateOf } from "./network-figures";
export { RegionPackError } from "./load-region-packs";
export { buildCommunity, buildRegion, buildRegions } from "./regions.builders";
export { contactOf } from "./region-guide.presenter";
export { districtOf, districtsOf, findRegion, labelOf, openedPacks, packOf, type PlacedRegion } from "./region-tree";
export type { Requirement } from "./pack/network";
export type { Target } from "./pack/targets";
export type { RegionPack } from "./region-pack";
export { presentPath, presentRegion } from "./regions.presenter";
export { requireRegion } from "./require-region";
export { listSubtree } from "./subtree.queries";
export { speedTo, walkerTo } from "./walking-pace";

/** Loads the packs of the cities that the settings name. @throws RegionPackError with every fault of every file */
export const useRegionPacks = ({ regionPacks }: Pick<Deps["env"], "regionPacks">): void =>
  openRegionPacks(loadRegionPacks({ names: regionPacks }));

/** Where people live and care points stand: a tree whose levels and names are each city's data. */
export const regionsDomain: Domain<typeof regionsContract> = {
  contract: regionsContract,
  createHandlers: ({ env }) => {
    useRegionPacks(env);
    return regionsHandlers;
  },
  jobs: [],
  indexes: [regionIndexes],
};
