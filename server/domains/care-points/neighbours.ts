import type { CareService } from "@shared/core/network";
import type { ServiceDate } from "@shared/core/primitives";
import { toPosition } from "@server/core/geo-point";
import { findRegion } from "@server/domains/regions/index";
import { findCarePoint, findNearby } from "./care-points.queries";
import { walkMinutes } from "./walking";

/** Further away, metres in a straight line, is no way out for an elder. */
const REACH_METRES = 5_000;
const AT_MOST = 20;

/** Another care point that gives the same service. */
export interface Neighbour {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  /** From the one care point to the other, at an elder's pace. */
  readonly walkMinutes: number;
}

/** The other care points within reach of one that give a service, nearest first; none for an unknown care point. */
export async function findNeighbours(of: {
  readonly carePointId: string;
  readonly service: CareService;
  readonly today: ServiceDate;
}): Promise<Neighbour[]> {
  const carePoint = await findCarePoint(of.carePointId);
  const region = carePoint && (await findRegion(carePoint.regionId));
  if (!region) return [];
  const from = { ...region, position: toPosition(carePoint.position) };
  const near = await findNearby({ from, ...of, withinMetres: REACH_METRES }, { limit: AT_MOST });
  return near
    .filter(({ _id }) => _id !== of.carePointId)
    .map(({ _id: id, name, phone, distanceMetres }) => {
      return {
        id,
        name,
        phone,
        walkMinutes: walkMinutes({ metres: distanceMetres, pace: region.pace, service: of.service }),
      };
    });
}
