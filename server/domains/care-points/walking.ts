import type { CareService } from "@shared/core/network";
import type { Position } from "@server/core/geo-point";
import { speedTo, type PlacedRegion } from "@server/domains/regions/index";

/** The sphere on which the database measures. */
const EARTH_RADIUS_METRES = 6_378_100;
const SECONDS_PER_MINUTE = 60;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Straight line between two positions, metres (haversine). */
export function metresBetween(from: Position, to: Position): number {
  const halfLatitude = Math.sin(radians(to.latitude - from.latitude) / 2);
  const halfLongitude = Math.sin(radians(to.longitude - from.longitude) / 2);
  const chord =
    halfLatitude ** 2 + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * halfLongitude ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

interface Walk {
  /** Straight line. */
  readonly metres: number;
  readonly pace: PlacedRegion["pace"];
  /** What one goes for: somebody with a pram walks faster than an elder. */
  readonly service?: CareService | undefined;
}

/** Minutes on foot, rounded up so that nobody comes late; at least one. As an elder walks where no service says otherwise. */
export function walkMinutes({ metres, pace, service }: Walk): number {
  const metresPerSecond = service ? speedTo({ service, pace }) : pace.elderMetresPerSecond;
  return Math.max(1, Math.ceil((metres * pace.detourFactor) / metresPerSecond / SECONDS_PER_MINUTE));
}
