import type { CareService } from "@shared/core/network";
import type { CarePointMap, MapCluster, MapPoint } from "@shared/domains/care-points/care-point-map.contract";
import { POINTS_ON_A_MAP } from "@shared/domains/care-points/care-point-map.contract";
import { toGcj02, toPosition, type Position } from "@server/core/geo-point";
import type { PlacedRegion } from "@server/domains/regions/index";
import { presentWay } from "./care-points.presenter";
import { joinClosedDays } from "./closed-days";
import { freshnessOn } from "./confirm-dates";
import type { MapCell, MapRow } from "./map.queries";
import type { MapRing } from "./map-rings";
import { openStateAt, type WeekMoment } from "./opening-hours";
import { hoursOfAny } from "./timetable";
import { metresBetween } from "./walking";

interface Seen {
  readonly from: PlacedRegion;
  /** Null where nobody knows where the community lies. */
  readonly center: Position | null;
  readonly moment: WeekMoment;
  readonly service: CareService | undefined;
}

interface PresentingMap extends Seen {
  readonly rings: readonly MapRing[];
  readonly points: readonly MapRow[];
  readonly cells: readonly MapCell[];
}

export function presentMap({ rings, points, cells, ...seen }: PresentingMap): CarePointMap {
  const isCrowded = points.length > POINTS_ON_A_MAP;
  return {
    communityName: seen.from.name,
    center: seen.center && { position: seen.center, mapPosition: toGcj02(seen.center) },
    rings: [...rings],
    points: isCrowded ? [] : points.map((row) => presentPoint(row, seen)).sort(nearestFirst),
    clusters: isCrowded ? cells.map(presentCluster) : [],
    total: cells.reduce((sum, { count }) => sum + count, 0),
  };
}

function presentPoint(row: MapRow, { from, center, moment, service }: Seen): MapPoint {
  const position = toPosition(row.position);
  const offerings = row.offerings.filter((one) => service === undefined || one.service === service);
  const closedDays = joinClosedDays({ own: row.closedDays, city: from.closedDays });
  return {
    id: row._id,
    name: row.name,
    services: [...row.services],
    ...openStateAt({ hoursOn: hoursOfAny(offerings, closedDays), moment }),
    freshness: freshnessOn(row, moment.date),
    ...presentWay({ metres: center ? metresBetween(center, position) : 0, from, service }),
    position,
    mapPosition: toPosition(row.mapPosition),
  };
}

/** Of those as far away the lesser id. */
const nearestFirst = (a: MapPoint, b: MapPoint): number =>
  a.distanceMetres - b.distanceMetres || (a.id < b.id ? -1 : 1);

function presentCluster({ count, latitude, longitude }: MapCell): MapCluster {
  // A tenth of a metre: the order in which a database adds up is no part of the answer.
  const position = { latitude: Number(latitude.toFixed(6)), longitude: Number(longitude.toFixed(6)) };
  return { count, position, mapPosition: toGcj02(position) };
}
