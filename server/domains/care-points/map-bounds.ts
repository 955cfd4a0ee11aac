import { MAP_SIDE_DEGREES } from "@shared/domains/care-points/care-point-map.contract";
import { refusedField } from "@server/core/app-error";
import { toWgs84, type Position } from "@server/core/geo-point";

/** A window of the map, degrees; it never goes over the date line. */
export interface MapBounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const METRES_PER_DEGREE = 111_320;
/** Between the poles a degree eastwards is never shorter than this share of one northwards. */
const NARROWEST = 0.01;

/**
 * The window that a map in China shows, on the ground.
 * @param text west, south, east and north, degrees GCJ-02, as the contract writes them
 * @throws AppError invalid_request when it lies nowhere on earth, is upside down or too large
 */
export function readBounds(text: string): MapBounds {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = text.split(",").map(Number);
  if (Math.max(Math.abs(west), Math.abs(east)) > 180 || Math.max(Math.abs(south), Math.abs(north)) > 90)
    throw refused("out_of_range");
  if (!(west < east && south < north)) throw refused("upside_down");
  if (east - west > MAP_SIDE_DEGREES || north - south > MAP_SIDE_DEGREES) throw refused("too_large");
  const low = toWgs84({ position: { longitude: west, latitude: south }, datum: "gcj02" });
  const high = toWgs84({ position: { longitude: east, latitude: north }, datum: "gcj02" });
  return { west: low.longitude, south: low.latitude, east: high.longitude, north: high.latitude };
}

const refused = (message: string) => refusedField("query.bounds", message);

/** The window that holds every place so many metres around a position; it ends at the poles and at the date line. */
export function boundsAround({ latitude, longitude }: Position, metres: number): MapBounds {
  const north = metres / METRES_PER_DEGREE;
  const east = north / Math.max(NARROWEST, Math.cos((latitude * Math.PI) / 180));
  return {
    west: Math.max(-180, longitude - east),
    south: Math.max(-90, latitude - north),
    east: Math.min(180, longitude + east),
    north: Math.min(90, latitude + north),
  };
}

/** So many cells fit along the longer side of a window, or twice as many. */
const CELLS_ALONG = 4;

/**
 * The side of a cluster's cell, degrees: always the earth's circumference halved some times over, so that cells stay
 * where they are while the map is moved, and fall into four when one looks closer.
 */
export function cellOf({ west, south, east, north }: MapBounds): number {
  const side = Math.max(east - west, north - south);
  return 360 / 2 ** Math.ceil(Math.log2((360 * CELLS_ALONG) / side));
}
