import type { CareService } from "@shared/core/network";
import type { OpeningHours } from "@shared/domains/care-points/care-point-shapes";
import type { Offering } from "./offering";
import { tidyHours } from "./opening-hours";

/** An offering of which nothing but the hours is known; one cannot order it before there is something to order. */
export const newOffering = (service: CareService, openingHours: readonly OpeningHours[]): Offering => ({
  service,
  openingHours: tidyHours(openingHours),
  seasons: [],
  specialDays: [],
  isBookable: false,
  capacity: null,
  price: null,
});
