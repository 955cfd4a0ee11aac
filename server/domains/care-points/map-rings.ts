import type { CareService } from "@shared/core/network";
import { packOf, speedTo, type PlacedRegion } from "@server/domains/regions/index";

/** How far, metres in a straight line, one gets in so many minutes. */
export interface MapRing {
  readonly minutes: number;
  readonly metres: number;
}

const PARTS = 3;

/** A third, two thirds and all of the minutes of a city's circle, at the pace of who goes to the service. */
export function ringsOf(from: PlacedRegion, service: CareService | undefined): MapRing[] {
  const { pace } = from;
  const speed = service ? speedTo({ service, pace }) : pace.elderMetresPerSecond;
  return Array.from({ length: PARTS }, (_, part) => {
    const minutes = Math.round((packOf(from).circle.minutes * (part + 1)) / PARTS);
    return { minutes, metres: Math.floor((minutes * 60 * speed) / pace.detourFactor) };
  });
}
