import { trusted } from "@server/core/db/trusted";
import { RegionModel, type RegionDocument } from "./region.model";
import { listedBelow, placeBelow, toNode, type PlacedRegion } from "./region-tree";

/** More regions than any city has; past it a tree would be read in vain. */
const TREE_AT_MOST = 20_000;

/**
 * A region with all that lie below it, each after the one above. What the pack lists needs no command; below it one for
 * each level, and none below communities.
 */
export async function listSubtree(top: PlacedRegion): Promise<readonly PlacedRegion[]> {
  const tree = listedFrom(top);
  for (let asked = parentsOf(tree); asked.size > 0 && tree.length < TREE_AT_MOST;) {
    const found = await findBelow(asked);
    tree.push(...found);
    asked = parentsOf(found);
  }
  return tree;
}

type Parents = ReadonlyMap<string, PlacedRegion>;

const parentsOf = (regions: readonly PlacedRegion[]): Parents =>
  new Map(regions.flatMap((region) => (region.isCommunity ? [] : [[region.id, region]])));

const listedFrom = (above: PlacedRegion): PlacedRegion[] => [
  above,
  ...listedBelow(above.id)
    .flatMap((region) => placeBelow({ above, region }) ?? [])
    .flatMap(listedFrom),
];

async function findBelow(parents: Parents): Promise<PlacedRegion[]> {
  const documents = await RegionModel.find({ parentId: trusted({ $in: [...parents.keys()] }) })
    .sort({ parentId: 1, name: 1 })
    .limit(TREE_AT_MOST)
    // In one answer: a second one would be a second command.
    .batchSize(TREE_AT_MOST)
    .lean<RegionDocument[]>();
  return documents.map(toNode).flatMap((region) => {
    const above = parents.get(region.parentId ?? "");
    return (above && placeBelow({ above, region })) ?? [];
  });
}
