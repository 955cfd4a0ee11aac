import type { CareService } from "@shared/core/network";
import type { ServiceDate } from "@shared/core/primitives";
import { toGeoPoint } from "@server/core/geo-point";
import { newOffering, tidyHours, type CarePointDocument } from "@server/domains/care-points/index";
import { districtOf, type PlacedRegion } from "@server/domains/regions/index";
import type { RowFacts } from "./import-row";

const whoRuns = (name: string | null, since: ServiceDate) => (name === null ? null : { name, since });

/** Its own, else those of all; null where the row says neither. */
const hoursFor = (service: CareService, { openingHours, serviceHours = [] }: RowFacts) =>
  serviceHours.find((own) => own.service === service)?.openingHours ?? openingHours;

/**
 * A row as a care point that was not there. A point of the meal programme is not published by a list: its office does it
 * once the plaque is up.
 */
export const newFacts = (facts: RowFacts, today: ServiceDate) => ({
  name: facts.name,
  kinds: facts.kinds,
  regionId: facts.regionId,
  position: toGeoPoint(facts.position),
  address: facts.address,
  phone: facts.phone,
  offerings: facts.services.map((service) => newOffering(service, hoursFor(service, facts) ?? [])),
  operator: whoRuns(facts.operatorName, today),
  creditCode: facts.creditCode,
  verifiedOn: today,
  withheld: isOfProgramme(facts) ? ({ since: today, why: "unpublished", mergedInto: null } as const) : null,
  isDemo: false,
});

const isOfProgramme = ({ kinds }: RowFacts): boolean => kinds.includes("meal_point");

interface Changing {
  readonly facts: RowFacts;
  readonly seen: CarePointDocument;
  readonly region: PlacedRegion;
  readonly today: ServiceDate;
}

/**
 * What a row changes of an entry: an empty cell changes nothing, a service that stays keeps its seasons, days, prices and
 * the orders that hang on it, and the old name and operator are kept as such.
 */
export function changedFacts({ facts, seen, region, today }: Changing) {
  const { name, kinds, regionId, address, phone, position, services, operatorName, creditCode } = facts;
  const isRenamed = name !== seen.name;
  const isHandedOver = operatorName !== null && operatorName !== seen.operator?.name;
  return {
    name,
    kinds,
    regionId,
    districtId: districtOf(region),
    address,
    phone,
    position: toGeoPoint(position),
    ...(isRenamed ? { formerNames: [seen.name, ...seen.formerNames.filter((former) => former !== name)] } : {}),
    offerings: services.map((service) => {
      const kept = seen.offerings.find((offering) => offering.service === service);
      const openingHours = hoursFor(service, facts);
      if (!kept) return newOffering(service, openingHours ?? []);
      return openingHours ? { ...kept, openingHours: tidyHours(openingHours) } : kept;
    }),
    ...(isHandedOver
      ? {
          operator: { name: operatorName, since: today },
          formerOperators: seen.operator ? [seen.operator, ...seen.formerOperators] : seen.formerOperators,
        }
      : {}),
    ...(creditCode === null ? {} : { creditCode }),
    // Whoever brings the whole entry has looked at it.
    verifiedOn: today,
  };
}
