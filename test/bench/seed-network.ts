import type { ServiceDate } from "@shared/core/primitives";
import { toPosition } from "@server/core/geo-point";
import { buildCarePoints } from "@server/domains/care-points/care-points.builders";
import { buildRegions } from "@server/domains/regions/regions.builders";
import { generateNetwork, NETWORK_CITY } from "../support/network-generator";

export { NETWORK_CITY };

export interface NetworkSize {
  readonly communities: number;
  readonly carePoints: number;
}

const BATCH = 500;
const SEED = 1;

/** Writes a generated city, always the same. The database is connected and the packs are open. @returns where one asks */
export async function seedNetwork(size: NetworkSize, today: ServiceDate) {
  const { regions, carePoints, communityIds } = generateNetwork({ ...size, seed: SEED, today });
  await buildRegions(regions);
  for (let at = 0; at < carePoints.length; at += BATCH) await buildCarePoints(carePoints.slice(at, at + BATCH));
  const [communityId = ""] = communityIds;
  const home = regions.find(({ _id }) => _id === communityId);
  if (!home?.position) throw new Error("a generated community lies somewhere");
  const note = `${size.carePoints} care points, ${size.communities} communities`;
  return { communityId, position: toPosition(home.position), cityId: NETWORK_CITY, note };
}
