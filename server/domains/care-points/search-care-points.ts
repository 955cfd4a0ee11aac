import type { ServiceDate } from "@shared/core/primitives";
import { toPosition } from "@server/core/geo-point";
import type { PlacedRegion } from "@server/domains/regions/index";
import { findBySearchKey, findNearby, findRows, type CarePointRow, type FoundPlace } from "./care-points.queries";
import { toSearchBeginning } from "./search-keys";
import { metresBetween } from "./walking";

/** So many are looked at one by one; of a word that more names hold, the map is asked for the nearest. */
const FEW = 200;
const SHOWN_AT_MOST = 20;

interface Searching {
  readonly text: string;
  readonly from: PlacedRegion;
  readonly today: ServiceDate;
}

/**
 * Places of the city one of whose names holds what was typed, in 汉字, pinyin or initials; nearest first. Two commands:
 * a rare name would have the map look through the whole city, a common one the names.
 */
export async function searchCarePoints({ text, from, today }: Searching): Promise<CarePointRow[]> {
  const beginning = toSearchBeginning(text);
  if (beginning === "") return [];
  const found = await findBySearchKey({ cityId: from.cityId, beginning, today, limit: FEW + 1 });
  if (found.length > FEW && from.position) return findNearby({ from, today, beginning }, { limit: SHOWN_AT_MOST });
  return rowsOf(nearestOf(found, from));
}

interface Way {
  readonly id: string;
  readonly metres: number;
}

/** A community that lies nowhere has no way to measure from. */
const nearestOf = (found: readonly FoundPlace[], { position: here }: PlacedRegion): Way[] =>
  found
    .map(({ _id, position }) => ({ id: _id, metres: here ? metresBetween(here, toPosition(position)) : 0 }))
    .sort((a, b) => a.metres - b.metres || a.id.localeCompare(b.id))
    .slice(0, SHOWN_AT_MOST);

async function rowsOf(ways: readonly Way[]): Promise<CarePointRow[]> {
  if (ways.length === 0) return [];
  const rows = new Map((await findRows(ways.map(({ id }) => id))).map((row) => [row._id, row]));
  return ways.flatMap(({ id, metres }) => {
    const row = rows.get(id);
    return row ? [{ ...row, distanceMetres: metres }] : [];
  });
}
