import { carePointsContract } from "@shared/domains/care-points/care-points.contract";
import { circleContract } from "@shared/domains/care-points/circle.contract";
import { mapContract } from "@shared/domains/care-points/care-point-map.contract";
import { openFacilitiesContract } from "@shared/domains/care-points/open-facilities.contract";
import type { Domain } from "@server/core/domain";
import { carePointIndexes } from "./care-point.model";
import { createCarePointsHandlers } from "./care-points.handlers";
import { carePointsJobs } from "./care-points.jobs";
import { circleCoverageIndexes } from "./circle-coverage.model";
import { circleEvents } from "./circle-events";
import { createCircleHandlers } from "./circle.handlers";
import { circleJobs } from "./circle.jobs";
import { createMapHandlers } from "./map.handlers";
import { openFacilities } from "./open-facilities";

export { buildCarePoint, buildCarePoints, everyDay, offeringOf } from "./care-points.builders";
export {
  carePointRegionScope,
  findCarePointLabels,
  findNearestCarePointWithService,
  findStandingLabel,
  findWalkMinutes,
} from "./care-point-labels";
export { createGrid } from "./circle-grid";
export { findKnownPlaces, type KnownPlace } from "./known-places.queries";
export { findComparableFacilities, findFacilities, type ComparableFacility, type Facility } from "./facilities.queries";
export type { CarePointDocument } from "./care-point.model";
export { findCarePoint, findCarePoints } from "./care-points.queries";
export { changeCarePoint } from "./change-care-point";
export { createCarePoint } from "./create-care-point";
export { farFromRegion } from "./far-from-region";
export { freshnessOn } from "./confirm-dates";
export { findNearestTo } from "./nearest-to";
export { findNeighbours } from "./neighbours";
export { givesService, openForOrders } from "./open-for-orders";
export { newOffering } from "./new-offering";
export { findOfficeEntries, searchOfficeEntries, type EntriesEnd, type OfficeEntry } from "./office-entries.queries";
export { tidyHours, weekLines } from "./opening-hours";
export { readEntries, type TableEntry } from "./places-of-regions.queries";
export { metresBetween } from "./walking";

/** Places that give care: canteens, day care, nurseries; found by distance from a chosen community. */
export const carePointsDomain: Domain<typeof carePointsContract> = {
  contract: carePointsContract,
  createHandlers: createCarePointsHandlers,
  jobs: carePointsJobs,
  indexes: [carePointIndexes],
  outbox: [circleEvents],
};

/** 十五分钟圈: which services a community reaches on foot. */
export const circleDomain: Domain<typeof circleContract> = {
  contract: circleContract,
  createHandlers: createCircleHandlers,
  jobs: circleJobs,
  indexes: [circleCoverageIndexes],
};

/** Where care points lie, for a map. */
export const mapDomain: Domain<typeof mapContract> = {
  contract: mapContract,
  createHandlers: createMapHandlers,
  jobs: [],
  indexes: [],
};

/** The town's facilities, for whoever makes something of them. */
export const openFacilitiesDomain: Domain<typeof openFacilitiesContract> = {
  contract: openFacilitiesContract,
  createHandlers: () => ({}),
  createPublicData: (deps) => ({ facilities: openFacilities(deps) }),
  jobs: [],
  indexes: [],
};
