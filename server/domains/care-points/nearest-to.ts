import type { CareService } from "@shared/core/network";
import type { ServiceDate } from "@shared/core/primitives";
import type { Position } from "@server/core/geo-point";
import type { PlacedRegion } from "@server/domains/regions/index";
import { findNearby } from "./care-points.queries";

interface Wanted {
  /** In whose city. */
  readonly region: PlacedRegion;
  /** WGS-84. */
  readonly position: Position;
  readonly service: CareService;
  readonly today: ServiceDate;
  readonly withinMetres: number;
  /** A care point that is not meant. */
  readonly except: string;
}

interface NearestTo {
  readonly carePointId: string;
  readonly name: string;
  /** Straight line. */
  readonly metres: number;
}

/** The nearest care point to a position that stands in the lists and gives a service; null where none does. One command. */
export async function findNearestTo({ region, position, except, ...filter }: Wanted): Promise<NearestTo | null> {
  const near = await findNearby({ from: { ...region, position }, ...filter }, { limit: 2 });
  const nearest = near.find(({ _id }) => _id !== except);
  return nearest ? { carePointId: nearest._id, name: nearest.name, metres: Math.round(nearest.distanceMetres) } : null;
}
