import type { regionsContract } from "@shared/domains/regions/regions.contract";
import { notFound } from "@server/core/app-error";
import type { Handlers } from "@server/core/http/handlers";
import { findRegion } from "./region-tree";
import { presentRegionGuide } from "./region-guide.presenter";
import { listBelow, listCities } from "./regions.queries";
import { presentPath, presentRegion } from "./regions.presenter";

export const regionsHandlers: Handlers<typeof regionsContract> = {
  listRegions: async ({ query: { parentId } }) => {
    if (parentId === undefined) return { path: [], children: (await listCities()).map(presentRegion) };
    const above = await findRegion(parentId);
    if (!above) throw notFound();
    return { path: presentPath(above), children: (await listBelow(above)).map(presentRegion) };
  },
  getRegionGuide: async ({ params: { regionId } }) => {
    const region = await findRegion(regionId);
    if (!region) throw notFound();
    return presentRegionGuide(region);
  },
};
