import type { CareService } from "@shared/core/network";
import type { Position } from "@server/core/geo-point";
import { packOf, speedTo, type PlacedRegion } from "@server/domains/regions/index";
import { metresBetween, walkMinutes } from "./walking";

/** What a city counts to a community's circle, and how far one gets in its minutes. */
export interface CircleRule {
  readonly services: readonly CareService[];
  readonly minutes: number;
  readonly pace: PlacedRegion["pace"];
  /** Straight line, metres, to the furthest place that any walker still reaches in time. */
  readonly reachMetres: number;
}

export function circleRuleOf(region: Pick<PlacedRegion, "cityId">): CircleRule {
  const { circle, pace } = packOf(region);
  const services = circle.services.map(({ service }) => service);
  const fastest = Math.max(...services.map((service) => speedTo({ service, pace })));
  return { services, minutes: circle.minutes, pace, reachMetres: (circle.minutes * 60 * fastest) / pace.detourFactor };
}

/** A care point as far as a circle needs to know it. */
export interface Place {
  readonly id: string;
  readonly position: Position;
  readonly services: readonly CareService[];
}

/** A service that is within the circle's minutes, with the nearest care point that gives it. */
export interface ReachedService {
  readonly service: CareService;
  readonly carePointId: string;
  /** Straight line, rounded. */
  readonly metres: number;
}

interface Looking {
  readonly from: Position;
  /** At least all that lie within reach; those further away do no harm. */
  readonly places: readonly Place[];
  readonly rule: CircleRule;
}

/** The services of the circle that are near enough on foot, in the circle's order; of two as near, the lesser id. */
export function reachedFrom({ from, places, rule }: Looking): ReachedService[] {
  const nearestFirst = places
    .map((place) => ({ ...place, metres: metresBetween(from, place.position) }))
    .sort((a, b) => a.metres - b.metres || (a.id < b.id ? -1 : 1));
  return rule.services.flatMap((service) => {
    const nearest = nearestFirst.find(({ services }) => services.includes(service));
    if (!nearest || walkMinutes({ metres: nearest.metres, pace: rule.pace, service }) > rule.minutes) return [];
    return { service, carePointId: nearest.id, metres: Math.round(nearest.metres) };
  });
}
