import type { FacilityKind } from "@shared/core/network";
import { buildCarePoints } from "@server/domains/care-points/index";
import { buildRegions } from "@server/domains/regions/index";

type Built = Parameters<typeof buildCarePoints>[0][number];
type RegionToBuild = Parameters<typeof buildRegions>[0][number];

/** Numbers from 0 to 1 that are the same at every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

interface RegionsToGrow {
  readonly prefix: string;
  readonly count: number;
  /** The regions above, taken in turn. */
  readonly above: readonly string[];
  readonly random: () => number;
}

/** Writes regions below others, each below one that the seed chooses. @returns their ids, in the order of their numbers */
export async function growRegions({ prefix, count, above, random }: RegionsToGrow): Promise<string[]> {
  const regions = Array.from({ length: count }, (_, index): RegionToBuild => {
    const parentId = above[Math.floor(random() * above.length)] ?? "";
    return { _id: `${prefix}-${index}`, name: `${prefix}${index}`, parentId, position: null, isDemo: false };
  });
  await buildRegions(regions);
  return regions.map(({ _id }) => _id);
}

interface FacilitiesToGrow {
  readonly kind: FacilityKind;
  readonly regionIds: readonly string[];
  readonly today: string;
}

/** Writes one facility in each region. */
export const growFacilities = ({ kind, regionIds, today }: FacilitiesToGrow): Promise<void> =>
  buildCarePoints(regionIds.map((regionId) => plain({ kind, regionId, today })));

/** Writes facilities that each serve the region they stand in and up to three neighbours. @returns how many they are */
export async function growShared(wanted: FacilitiesToGrow & { readonly random: () => number }): Promise<number> {
  const { kind, regionIds, today, random } = wanted;
  const built: Built[] = [];
  for (let begin = 0; begin < regionIds.length;) {
    const [regionId = "", ...servesRegionIds] = regionIds.slice(begin, begin + 1 + Math.floor(random() * 4));
    built.push({ ...plain({ kind, regionId, today }), servesRegionIds });
    begin += 1 + servesRegionIds.length;
  }
  await buildCarePoints(built);
  return built.length;
}

interface Plain {
  readonly kind: FacilityKind;
  readonly regionId: string;
  readonly today: string;
}

const plain = ({ kind, regionId, today }: Plain): Built => ({
  _id: `${kind}-${regionId}`,
  kinds: [kind],
  services: ["mutual_aid"],
  openingHours: [],
  regionId,
  today,
});
