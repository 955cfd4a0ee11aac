import type { Region } from "@shared/domains/regions/regions.contract";
import { packOf, type PlacedRegion } from "./region-tree";

export const presentRegion = ({ id, name, levelName, isCommunity, isDemo }: PlacedRegion): Region => ({
  id,
  name,
  levelName,
  isCommunity,
  isDemo,
});

/** A region with those above it, from the city down. */
export const presentPath = (region: PlacedRegion): Region[] => {
  const { levels } = packOf(region).city;
  return region.path.map(({ id, name, isDemo }, depth) => ({
    id,
    name,
    levelName: levels[depth]?.name ?? "",
    isCommunity: levels[depth]?.role === "community",
    isDemo,
  }));
};
