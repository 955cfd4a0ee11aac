import type { CareService } from "@shared/core/network";
import type { ServiceDate, TimeOfDay } from "@shared/core/primitives";
import type { Capacity, OpeningHours, PriceRange } from "@shared/domains/care-points/care-point-shapes";

/** From the minute it opens until the minute before it closes; 24:00 is the end of the day. */
export interface TimeSpan {
  readonly opens: TimeOfDay;
  readonly closes: string;
}

/** A part of the year with a week of its own; from `from` to `to`, both included, over New Year when `to` is earlier. */
export interface Season {
  readonly name: string;
  /** `MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly openingHours: readonly OpeningHours[];
}

/** One day that differs from the week and the season: other hours, or none. */
export interface SpecialDay {
  readonly date: ServiceDate;
  readonly hours: readonly TimeSpan[];
  readonly reason: string;
}

/** One service that a care point gives. */
export interface Offering {
  readonly service: CareService;
  /** Per weekday in order of time, never overlapping or touching. */
  readonly openingHours: readonly OpeningHours[];
  readonly seasons: readonly Season[];
  readonly specialDays: readonly SpecialDay[];
  /** Whether one orders or books it in Yike; otherwise one rings up or goes there. */
  readonly isBookable: boolean;
  readonly capacity: Capacity | null;
  readonly price: PriceRange | null;
}
