import { RegionModel, type RegionDocument } from "./region.model";
import { cities, findRegion, listedBelow, placeBelow, toNode, type PlacedRegion, type RegionNode } from "./region-tree";

/** No region of the four cities has as many below it; a longer list would help nobody choose. */
const CHILDREN_AT_MOST = 500;

/** The cities this server runs, each placed. */
export async function listCities(): Promise<readonly PlacedRegion[]> {
  const found = await Promise.all(cities().map(({ id }) => findRegion(id)));
  return found.filter((city) => city !== null);
}

/** The regions below one, those of the pack first, then those of the database by name. */
export async function listBelow(above: PlacedRegion): Promise<readonly PlacedRegion[]> {
  const documents = await RegionModel.find({ parentId: above.id })
    .sort({ name: 1 })
    .limit(CHILDREN_AT_MOST)
    .batchSize(CHILDREN_AT_MOST)
    .lean<RegionDocument[]>();
  const nodes: readonly RegionNode[] = [...listedBelow(above.id), ...documents.map(toNode)];
  return nodes.flatMap((region) => placeBelow({ above, region }) ?? []);
}
