import type { Facility } from "@server/domains/care-points/index";
import { coverageOf, packOf, type PlacedRegion, type Requirement, type Target } from "@server/domains/regions/index";
import type { Network } from "./load-network";

/** A requirement counted in a region and below it. */
export interface Measured {
  readonly requirement: Requirement;
  /** How many regions of the requirement's level there are. */
  readonly regions: number;
  /** Those of them that have none, or that nobody serves. */
  readonly without: readonly PlacedRegion[];
  /** Regions of the level, or the city's target; null where nobody split the target so far down. */
  readonly required: number | null;
  /** Regions that have it or are served; for a target, facilities. */
  readonly existing: number;
}

/**
 * Counts regions, not buildings: who has one of its own stands in whose bounds a facility is, who is served is named by
 * it as well. A target counts the facilities, wherever in the region they stand.
 */
export function measureRequirement(requirement: Requirement, network: Network): Measured {
  const { tree } = network;
  const { kinds, level, measure } = requirement;
  const fitting = network.facilities.filter((facility) => facility.kinds.some((kind) => kinds.includes(kind)));
  const ofLevel = [...tree.values()].filter(({ levelName }) => levelName === level);
  const depth = packOf(network.region).city.levels.findIndex(({ name }) => name === level);
  const { served, of, missing } = coverageOf({
    regionIds: ofLevel.map(({ id }) => id),
    servedIds: fitting
      .flatMap((facility) => regionsOf(facility, measure))
      .flatMap((id) => tree.get(id)?.path[depth]?.id ?? []),
  });
  const lacking = new Set(missing);
  const counted = { requirement, regions: of, without: ofLevel.filter(({ id }) => lacking.has(id)) };
  if (measure !== "count_to_target") return { ...counted, required: of, existing: served };
  const existing = fitting.filter(({ regionId }) => tree.has(regionId)).length;
  return { ...counted, required: targetsOf(requirement, network)[0]?.goal?.value ?? null, existing };
}

const regionsOf = ({ regionId, servesRegionIds }: Facility, measure: Requirement["measure"]): readonly string[] =>
  measure === "served_share" ? [regionId, ...servesRegionIds] : [regionId];

/** The figures that a requirement is measured by, about the region itself, the latest period first. */
export function targetsOf({ indicator }: Requirement, { region }: Pick<Network, "region">): readonly Target[] {
  return packOf(region)
    .targets.filter((target) => target.indicator === indicator && (target.regionId ?? region.cityId) === region.id)
    .sort((a, b) => (b.period ?? "").localeCompare(a.period ?? ""));
}

/** How many are missing; null where nobody said how many there must be. */
export const missingOf = ({ required, existing }: Measured): number | null =>
  required === null ? null : Math.max(0, required - existing);
