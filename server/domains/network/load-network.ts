import type { ServiceDate } from "@shared/core/primitives";
import { findFacilities, type Facility } from "@server/domains/care-points/index";
import { listSubtree, packOf, requireRegion, type PlacedRegion, type Requirement } from "@server/domains/regions/index";

/** A region's part of its city's network, as the entries have it. */
export interface Network {
  readonly region: PlacedRegion;
  readonly today: ServiceDate;
  /** What the region and all below it must have. */
  readonly requirements: readonly Requirement[];
  /** The region and all below it. */
  readonly tree: ReadonlyMap<string, PlacedRegion>;
  /** The whole city's, of any kind that is required: a neighbour's may serve a village here. */
  readonly facilities: readonly Facility[];
}

/** @throws AppError invalid_request for a region that is none of a city run here */
export async function loadNetwork({
  regionId,
  today,
}: {
  readonly regionId: string;
  readonly today: ServiceDate;
}): Promise<Network> {
  const region = await requireRegion({ id: regionId, path: "query.regionId" });
  const requirements = requirementsFrom(region);
  const kinds = [...new Set(requirements.flatMap((requirement) => requirement.kinds))];
  const [tree, facilities] = await Promise.all([
    listSubtree(region),
    findFacilities({ cityId: region.cityId, kinds, today }),
  ]);
  return { region, today, requirements, tree: new Map(tree.map((one) => [one.id, one])), facilities };
}

/** Those at the region's own level and below: what its city as a whole must have is not its to have. */
function requirementsFrom(region: PlacedRegion): readonly Requirement[] {
  const { city, requirements } = packOf(region);
  const depth = region.path.length - 1;
  return requirements.filter(({ level }) => city.levels.findIndex(({ name }) => name === level) >= depth);
}
