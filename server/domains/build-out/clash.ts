import { businessDay } from "@shared/core/dates";
import { buildOutRulesOn } from "@shared/domains/build-out/build-out.rules";
import type { MealPointState } from "@shared/domains/build-out/build-out-shapes";
import { toGeoPoint, toPosition, type GeoPoint, type Position } from "@server/core/geo-point";
import { findNearestTo, metresBetween } from "@server/domains/care-points/index";
import type { PlacedRegion } from "@server/domains/regions/index";
import { MealPointModel, type Clash } from "./meal-point.model";

interface Looking {
  /** The point itself, which does not clash with itself. */
  readonly mealPointId: string;
  readonly region: PlacedRegion;
  /** WGS-84. */
  readonly position: Position;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The programme's points that stand or are going to. */
const COMING: readonly MealPointState[] = [
  "proposed",
  "surveyed",
  "verified",
  "built",
  "plated",
  "published",
  "operating",
  "suspended",
];
/** With these it has an entry. */
const STANDING = new Set<MealPointState>(["built", "plated", "published", "operating", "suspended"]);

/**
 * The nearest place with meals within the distance of the rules: one that residents find, or another point of the
 * programme. Told as a warning: two kitchens in one street may both be needed.
 */
export async function findClash({ mealPointId, region, position, now }: Looking): Promise<Clash | null> {
  const day = businessDay(now);
  const { clashMetres: withinMetres } = buildOutRulesOn(day);
  const [listed, coming] = await Promise.all([
    findNearestTo({ region, position, service: "meals", today: day, withinMetres, except: mealPointId }),
    findComing({ mealPointId, region, position, withinMetres }),
  ]);
  const near = [listed, coming].filter((one) => one !== null).sort((a, b) => a.metres - b.metres);
  const [nearest] = near;
  return nearest ? { ...nearest, withinMetres } : null;
}

interface Near {
  readonly name: string;
  readonly metres: number;
  readonly carePointId: string | null;
}

interface Found {
  readonly _id: string;
  readonly name: string;
  readonly state: MealPointState;
  readonly position: GeoPoint;
}

async function findComing(looking: Omit<Looking, "now"> & { readonly withinMetres: number }): Promise<Near | null> {
  const { mealPointId, region, position, withinMetres } = looking;
  const [found] = await MealPointModel.aggregate<Found>([
    {
      $geoNear: {
        near: { type: "Point", coordinates: [...toGeoPoint(position).coordinates] },
        key: "position",
        distanceField: "metres",
        spherical: true,
        maxDistance: withinMetres,
        query: { cityId: region.cityId, state: { $in: [...COMING] }, _id: { $ne: mealPointId } },
      },
    },
    { $limit: 1 },
    { $project: { name: 1, state: 1, position: 1 } },
  ]);
  if (!found) return null;
  const { _id, name, state } = found;
  // As everywhere in Yike: databases round the earth each in their own way.
  const metres = Math.round(metresBetween(position, toPosition(found.position)));
  return { name, metres, carePointId: STANDING.has(state) ? _id : null };
}
