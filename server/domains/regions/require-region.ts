import { refusedField } from "@server/core/app-error";
import { findRegion, type PlacedRegion } from "./region-tree";

interface Named {
  readonly id: string;
  /** Where the request names it: "query.communityId". */
  readonly path: string;
}

/**
 * The region that a request names; one that does not exist is a fault of the request, not a thing that was looked for.
 * @throws AppError invalid_request
 */
export async function requireRegion({ id, path }: Named): Promise<PlacedRegion> {
  const region = await findRegion(id);
  if (!region) throw refusedField(path, "unknown");
  return region;
}
