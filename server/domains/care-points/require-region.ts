import { AppError } from "@server/core/app-error";
import { findRegion, type PlacedRegion } from "@server/domains/regions/index";

/**
 * The region that a query names; one that does not exist is a fault of the request, not a thing that was looked for.
 * @throws AppError invalid_request
 */
export async function requireRegion(communityId: string): Promise<PlacedRegion> {
  const region = await findRegion(communityId);
  if (region) return region;
  throw new AppError("invalid_request", { fields: [{ path: "query.communityId", message: "unknown" }] });
}
