import type { ServiceDate } from "@shared/core/primitives";
import { toPosition } from "@server/core/geo-point";
import type { PlacedRegion } from "@server/domains/regions/index";
import { findBySearchKey, type CarePointRow, type FoundRow } from "./care-points.queries";
import { toSearchBeginning } from "./search-keys";
import { metresBetween } from "./walking";

/** More places than so many with one part of a name in common are no answer; somebody types another sign. */
const LOOKED_AT_MOST = 200;
const SHOWN_AT_MOST = 20;

interface Searching {
  readonly text: string;
  readonly from: PlacedRegion;
  readonly today: ServiceDate;
}

/** Places of the city one of whose names holds what was typed, in 汉字, pinyin or initials; nearest first. */
export async function searchCarePoints({ text, from, today }: Searching): Promise<CarePointRow[]> {
  const beginning = toSearchBeginning(text);
  if (beginning === "") return [];
  const found = await findBySearchKey({ cityId: from.cityId, beginning, today, limit: LOOKED_AT_MOST });
  return found
    .map((row) => withDistance(row, from))
    .sort((a, b) => a.distanceMetres - b.distanceMetres || a._id.localeCompare(b._id))
    .slice(0, SHOWN_AT_MOST);
}

/** What a search by name found, with the way to it; a community that lies nowhere has none to measure from. */
const withDistance = (row: FoundRow, from: PlacedRegion): CarePointRow => ({
  ...row,
  distanceMetres: from.position ? metresBetween(from.position, toPosition(row.position)) : 0,
});
