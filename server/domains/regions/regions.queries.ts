import { trusted } from "@server/core/db/trusted";
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

/** More regions than any city has; past it a tree would be read in vain. */
const TREE_AT_MOST = 20_000;

/** All regions of a city, each placed, level by level from the city down; one command a level. */
export async function listTree(cityId: string): Promise<readonly PlacedRegion[]> {
  const city = await findRegion(cityId);
  const tree: PlacedRegion[] = [];
  for (let level = city ? [city] : []; level.length > 0 && tree.length < TREE_AT_MOST;) {
    tree.push(...level);
    level = await listBelowAll(level);
  }
  return tree;
}

async function listBelowAll(level: readonly PlacedRegion[]): Promise<PlacedRegion[]> {
  const byId = new Map(level.map((region) => [region.id, region]));
  const documents = await RegionModel.find({ parentId: trusted({ $in: [...byId.keys()] }) })
    .sort({ parentId: 1, name: 1 })
    .limit(TREE_AT_MOST)
    // In one answer: a second one would be a second command.
    .batchSize(TREE_AT_MOST)
    .lean<RegionDocument[]>();
  const nodes: readonly RegionNode[] = [...level.flatMap(({ id }) => listedBelow(id)), ...documents.map(toNode)];
  return nodes.flatMap((region) => {
    const above = byId.get(region.parentId ?? "");
    return (above && placeBelow({ above, region })) ?? [];
  });
}
