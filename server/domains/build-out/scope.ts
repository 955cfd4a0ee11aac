import { refusedField } from "@server/core/app-error";
import { districtOf, findRegion, type PlacedRegion } from "@server/domains/regions/index";
import type { Scope } from "./meal-points.queries";
import { isCity } from "./programme";

/** A region that a request names, with the county it lies in; null above the counties. */
interface NamedRegion {
  readonly region: PlacedRegion;
  readonly countyId: string | null;
  readonly cityId: string;
}

const unknown = (path: string) => refusedField(path, "unknown");

/** @throws AppError invalid_request for a region that does not exist or is of no city run here */
export async function requireRegion(regionId: string, path: string): Promise<NamedRegion> {
  const region = await findRegion(regionId);
  if (!region) throw unknown(path);
  return { region, countyId: districtOf(region), cityId: region.cityId };
}

/** The city that a request names. @throws AppError invalid_request where it is none that is run here */
export async function requireCity(cityId: string, path: string): Promise<PlacedRegion> {
  const { region } = await requireRegion(cityId, path);
  if (!isCity(region)) throw unknown(path);
  return region;
}

/** Whose list is asked for: a county's or a city's. @throws AppError invalid_request for any other region */
export function scopeOf({ region, countyId, cityId }: NamedRegion): Scope {
  if (region.id === countyId) return { countyId };
  if (isCity(region)) return { cityId };
  throw unknown("query.regionId");
}
