import { POINTS_ON_A_MAP } from "@shared/domains/care-points/map.contract";
import type { Position } from "@server/core/geo-point";
import { CarePointModel, type CarePointDocument } from "./care-point.model";
import { isAllClosed, toQuery, type NearbyFilter } from "./care-points.queries";
import { cellOf, type MapBounds } from "./map-bounds";

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
    { $match: { ...toQuery(filter), ...within(bounds) } },
    { $project: POINT_FIELDS },
    {
      $facet: {
        points: [{ $limit: POINTS_ON_A_MAP + 1 }],
        cells: [{ $group: cellGroup(cellOf(bounds)) }, { $sort: { _id: 1 } }, { $project: { _id: 0 } }],
      },
    },
    // A city may lie in many windows, or one window hold all of it: which index is the better one is not left to chance.
  ]).hint("position");
  return found ?? { points: [], cells: [] };
}

/** The sides of a polygon on the sphere bend polewards, a hundred metres over a degree: found a little wider, then cut. */
const ROOM_DEGREES = 0.003;

function within({ west, south, east, north }: MapBounds) {
  const [left, right] = [Math.max(-180, west - ROOM_DEGREES), Math.min(180, east + ROOM_DEGREES)];
  const [low, high] = [Math.max(-90, south - ROOM_DEGREES), Math.min(90, north + ROOM_DEGREES)];
  const ring = [
    [left, low],
    [right, low],
    [right, high],
    [left, high],
    [left, low],
  ];
  return {
    position: { $geoWithin: { $geometry: { type: "Polygon", coordinates: [ring] } } },
    "position.coordinates.0": { $gte: west, $lte: east },
    "position.coordinates.1": { $gte: south, $lte: north },
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
