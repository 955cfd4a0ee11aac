import { districtOf, type PlacedRegion } from "@server/domains/regions/index";

/**
 * Distances by which an import asks a person, metres; nobody published any. 假设：村（社区）一般不超过 3 公里，乡镇（街道）不超过
 * 15 公里，区县不超过 60 公里；同名的两处相距 300 米以内可能是一处。2026-11-22 起用，当地核对几批后再改。
 */
const rules = {
  isAssumption: true,
  since: "2026-11-22",
  doubleWithinMetres: 300,
  outside: { community: 3_000, between: 15_000, district: 60_000 },
} as const;

/** So near, two of like names may be one. */
export const DOUBLE_WITHIN_METRES = rules.doubleWithinMetres;

/** Further from the one position that is known of its region, a place probably lies outside it; metres. */
export function reachOf(region: PlacedRegion): number {
  const known = [...region.path].reverse().find(({ position }) => position !== null);
  const district = districtOf(region);
  const isWide = !known || region.path.findIndex(({ id }) => id === known.id) <= depthOf(region, district);
  if (isWide) return rules.outside.district;
  return region.isCommunity && known.id === region.id ? rules.outside.community : rules.outside.between;
}

const depthOf = ({ path }: PlacedRegion, id: string | null): number => path.findIndex((one) => one.id === id);
