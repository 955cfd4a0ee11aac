import { POINTS_ON_A_MAP } from "@shared/domains/care-points/care-point-map.contract";
import type { Position } from "@server/core/geo-point";
import { CarePointModel, type CarePointDocument, type GeoNear } from "./care-point.model";
import { isAllClosed, toQuery, type NearbyFilter } from "./care-points.queries";
import { cellOf, type MapBounds } from "./map-bounds";
import { metresBetween } from "./walking";

/** What a place on the map shows, no more. */
const POINT_FIELDS = {
  name: 1,
  services: 1,
  "offerings.service": 1,
  "offerings.openingHours": 1,
  "offerings.seasons": 1,
  "offerings.specialDays": 1,
  closedDays: 1,
  overdueFrom: 1,
  staleFrom: 1,
  position: 1,
  mapPosition: 1,
} as const;

type ShownField = Exclude<keyof typeof POINT_FIELDS, `offerings.${string}`> | "_id" | "offerings";

export type MapRow = Pick<CarePointDocument, ShownField>;

/** The care points of one cell, by the middle of them. */
export interface MapCell extends Position {
  readonly count: number;
}

interface OnMap {
  /** One more than a map shows each, at most. */
  readonly points: readonly MapRow[];
  readonly cells: readonly MapCell[];
}

/** Care points of the filter's city in a window of the map, each and by cell; one command. */
export async function findOnMap(filter: NearbyFilter, bounds: MapBounds): Promise<OnMap> {
  if (isAllClosed(filter)) return { points: [], cells: [] };
  const [found] = await CarePointModel.aggregate<OnMap>([
    within(filter, bounds),
    { $project: POINT_FIELDS },
    {
      $facet: {
        points: [{ $limit: POINTS_ON_A_MAP + 1 }],
        cells: [{ $group: cellGroup(cellOf(bounds)) }, { $sort: { _id: 1 } }, { $project: { _id: 0 } }],
      },
    },
  ]);
  return found ?? { points: [], cells: [] };
}

/** Engines model the earth differently by a metre in a kilometre. */
const ROOM = 1.01;

/**
 * The circle around the window, cut to it. Of a window's sides a planner may think little and read the whole city
 * instead; a search by distance goes by the index of positions on every engine.
 */
function within(filter: NearbyFilter, { west, south, east, north }: MapBounds): GeoNear {
  const middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 };
  // The corners at the side that is nearer to the equator are the further ones.
  const corner = { latitude: Math.abs(south) < Math.abs(north) ? south : north, longitude: west };
  return {
    $geoNear: {
      near: { type: "Point", coordinates: [middle.longitude, middle.latitude] },
      key: "position",
      distanceField: "metres",
      spherical: true,
      maxDistance: metresBetween(middle, corner) * ROOM,
      query: {
        ...toQuery(filter),
        "position.coordinates.0": { $gte: west, $lte: east },
        "position.coordinates.1": { $gte: south, $lte: north },
      },
    },
  };
}

const LONGITUDE = { $arrayElemAt: ["$position.coordinates", 0] };
const LATITUDE = { $arrayElemAt: ["$position.coordinates", 1] };

const cellGroup = (cell: number) => ({
  _id: { y: { $floor: { $divide: [LATITUDE, cell] } }, x: { $floor: { $divide: [LONGITUDE, cell] } } },
  count: { $sum: 1 },
  latitude: { $avg: LATITUDE },
  longitude: { $avg: LONGITUDE },
});
