import type { regionsContract } from "@shared/domains/regions/regions.contract";
import { notFound } from "@server/core/app-error";
import type { Handlers } from "@server/core/http/handlers";
import { findRegion, type PlacedRegion } from "./region-tree";
import { presentRegionGuide } from "./region-guide.presenter";
import { listBelow, listCities } from "./regions.queries";
import { presentRegion } from "./regions.presenter";

export const regionsHandlers: Handlers<typeof regionsContract> = {
  listRegions: async ({ query: { parentId } }) => {
    if (parentId === undefined) return { path: [], children: (await listCities()).map(presentRegion) };
    const above = await findRegion(parentId);
    if (!above) throw notFound();
    return { path: (await pathOf(above)).map(presentRegion), children: (await listBelow(above)).map(presentRegion) };
  },
  getRegionGuide: async ({ params: { regionId } }) => {
    const region = await findRegion(regionId);
    if (!region) throw notFound();
    return presentRegionGuide(region);
  },
};

async function pathOf({ path }: PlacedRegion): Promise<readonly PlacedRegion[]> {
  const found = await Promise.all(path.map(({ id }) => findRegion(id)));
  return found.filter((region) => region !== null);
}
