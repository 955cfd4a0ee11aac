import type { CarePoint, OfferingFacts } from "@shared/domains/care-points/care-point-shapes";
import { longDate } from "@server/core/calendar";
import { toPosition } from "@server/core/geo-point";
import type { PlacedRegion } from "@server/domains/regions/index";
import type { CarePointDocument } from "./care-point.model";
import { presentCommon, presentWay } from "./care-points.presenter";
import { closedDayLines, joinClosedDays, type ClosedDay } from "./closed-days";
import { openingLines, openStateAt, type WeekMoment } from "./opening-hours";
import { hoursOf } from "./timetable";
import { metresBetween } from "./walking";

interface PresentingOne {
  readonly carePoint: CarePointDocument;
  readonly region: PlacedRegion | null;
  /** The further regions it serves. */
  readonly serves: readonly PlacedRegion[];
  /** The chosen community, null when none was given. */
  readonly from: PlacedRegion | null;
  readonly moment: WeekMoment;
}

export function presentCarePoint({ carePoint, region, serves, from, moment }: PresentingOne): CarePoint {
  const position = toPosition(carePoint.position);
  const way = from?.position
    ? presentWay({ metres: metresBetween(from.position, position), from })
    : { distanceMetres: null, walkMinutes: null };
  const closedDays = joinClosedDays({ own: carePoint.closedDays, city: region?.closedDays });
  return {
    ...presentCommon({ row: carePoint, closedDays, moment }),
    ...way,
    withheld: presentWithheld(carePoint),
    formerNames: [...carePoint.formerNames],
    operatorName: carePoint.operator?.name ?? null,
    regionNames: region?.path.map(({ name }) => name) ?? [],
    servesNames: serves.map(({ name }) => name),
    address: carePoint.address,
    offerings: carePoint.offerings.map((offering) => presentOffering({ offering, closedDays, moment })),
    closedLines: closedDayLines({ days: closedDays, today: moment.date }),
    certificates: carePoint.certificates
      .filter(({ expiresOn }) => expiresOn === null || expiresOn >= moment.date)
      .map(({ name, expiresOn }) => ({ name, untilLabel: expiresOn && longDate(expiresOn) })),
    verifiedLabel: longDate(carePoint.verifiedOn),
    position,
    mapPosition: toPosition(carePoint.mapPosition),
  };
}

const presentWithheld = ({ withheld }: CarePointDocument): CarePoint["withheld"] =>
  withheld && { why: withheld.why, sinceLabel: longDate(withheld.since), mergedInto: withheld.mergedInto };

interface PresentingOffering {
  readonly offering: CarePointDocument["offerings"][number];
  readonly closedDays: readonly ClosedDay[];
  readonly moment: WeekMoment;
}

const presentOffering = ({ offering, closedDays, moment }: PresentingOffering): OfferingFacts => ({
  service: offering.service,
  ...openStateAt({ hoursOn: hoursOf(offering, closedDays), moment }),
  openingLines: openingLines(offering, moment.date),
  isBookable: offering.isBookable,
  capacity: offering.capacity && { ...offering.capacity, asOfLabel: longDate(offering.capacity.asOf) },
  price: offering.price,
});
