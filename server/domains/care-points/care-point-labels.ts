import { LRUCache } from "lru-cache";
import type { CareService } from "@shared/core/network";
import type { ServiceDate } from "@shared/core/primitives";
import { findRegion, packOf } from "@server/domains/regions/index";
import { findLabels, type CarePointLabel } from "./care-point-label.queries";
import { findNearby } from "./care-points.queries";
import { metresBetween, walkMinutes } from "./walking";

/** A care point further away, metres in a straight line, is nobody's usual one. */
const REACH_METRES = 10_000;
/** Names and phones stand on every booking and hardly change: lists need no command of their own for them. */
const KEPT_MS = 60_000;
const labels = new LRUCache<string, CarePointLabel>({ max: 10_000, ttl: KEPT_MS });

/** After a change in this process; others see it within the minute. */
export const forgetCarePointLabel = (id: string): void => void labels.delete(id);

/** Labels by id; an id that is no care point has none. At most one command, mostly none. */
export async function findCarePointLabels(ids: readonly string[]): Promise<Map<string, CarePointLabel>> {
  const unknown = [...new Set(ids)].filter((id) => !labels.has(id));
  if (unknown.length > 0) for (const label of await findLabels(unknown)) labels.set(label.id, label);
  return new Map(
    ids.flatMap((id) => {
      const label = labels.get(id);
      return label ? [[id, label] as const] : [];
    }),
  );
}

/** The care point that an id means by now, wherever it was merged into; null for an unknown one. */
export async function findStandingLabel(id: string): Promise<CarePointLabel | null> {
  const label = (await findCarePointLabels([id])).get(id);
  return label?.mergedInto ? findStandingLabel(label.mergedInto) : (label ?? null);
}

/** The region whose residents a care point's staff may find; null for an unknown care point. */
export async function carePointRegionScope(id: string): Promise<string | null> {
  return (await findCarePointLabels([id])).get(id)?.districtId ?? null;
}

interface Nearest {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly walkMinutes: number;
}

/** So many of the nearest are looked at for one where one can order in Yike. */
const LOOKED_AT = 10;

/**
 * The care point to which a community would go for a service, open now or not: the nearest within reach; but one where
 * one can order it in Yike first, as long as it lies within the minutes of the city's circle.
 */
export async function findNearestCarePointWithService(wanted: {
  readonly communityId: string;
  readonly service: CareService;
  readonly today: ServiceDate;
}): Promise<Nearest | null> {
  const from = await findRegion(wanted.communityId);
  if (!from) return null;
  const { service, today } = wanted;
  const near = await findNearby({ from, today, service, withinMetres: REACH_METRES }, { limit: LOOKED_AT });
  const all = near.map(({ _id: id, name, phone, distanceMetres: metres, offerings }) => ({
    place: { id, name, phone, walkMinutes: walkMinutes({ metres, pace: from.pace, service }) },
    isBookable: offerings.some((one) => one.service === service && one.isBookable),
  }));
  const { minutes } = packOf(from).circle;
  const bookable = all.find(({ isBookable, place }) => isBookable && place.walkMinutes <= minutes);
  return (bookable ?? all[0])?.place ?? null;
}

/** Minutes on foot from a community to a care point at an elder's pace; null when either is unknown. */
export async function findWalkMinutes(way: {
  readonly communityId: string;
  readonly carePointId: string;
}): Promise<number | null> {
  const from = await findRegion(way.communityId);
  const to = (await findCarePointLabels([way.carePointId])).get(way.carePointId);
  if (!from?.position || !to) return null;
  return walkMinutes({ metres: metresBetween(from.position, to.position), pace: from.pace });
}
