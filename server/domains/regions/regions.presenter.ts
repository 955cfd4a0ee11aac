import type { Region } from "@shared/domains/regions/regions.contract";
import type { PlacedRegion } from "./region-tree";

export const presentRegion = ({ id, name, levelName, isCommunity, isDemo }: PlacedRegion): Region => ({
  id,
  name,
  levelName,
  isCommunity,
  isDemo,
});
