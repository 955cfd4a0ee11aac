import type { Position } from "@server/core/geo-point";
import { districtOf, type PlacedRegion } from "@server/domains/regions/index";
import { metresBetween } from "./walking";

/**
 * Distances at which a person is asked, metres; nobody published any. 假设：村（社区）一般不超过 3 公里，乡镇（街道）不超过
 * 15 公里，区县不超过 60 公里。2026-11-22 起用，当地核对几批后再改。
 */
const rules = {
  isAssumption: true,
  since: "2026-11-22",
  outside: { community: 3_000, between: 15_000, district: 60_000 },
} as const;

/**
 * What is said of a position that lies far from where its region is known to lie; null for one nearby and where nobody
 * knows. No boundaries are published: it is asked about, never refused.
 */
export function farFromRegion(region: PlacedRegion, position: Position): string | null {
  if (!region.position) return null;
  const metres = metresBetween(region.position, position);
  if (metres <= reachOf(region)) return null;
  const kilometres = Math.round(metres / 1_000);
  return `离${region.name}约 ${kilometres} 公里，可能不在这里，请核对位置和地图来源`;
}

/** Further from the one position that is known of its region, a place probably lies outside it; metres. */
function reachOf(region: PlacedRegion): number {
  const known = [...region.path].reverse().find(({ position }) => position !== null);
  const district = districtOf(region);
  const isWide = !known || region.path.findIndex(({ id }) => id === known.id) <= depthOf(region, district);
  if (isWide) return rules.outside.district;
  return region.isCommunity && known.id === region.id ? rules.outside.community : rules.outside.between;
}

const depthOf = ({ path }: PlacedRegion, id: string | null): number => path.findIndex((one) => one.id === id);
