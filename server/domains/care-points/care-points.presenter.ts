import type { CarePointSummary, Grade } from "@shared/domains/care-points/care-point-shapes";
import type { CareService } from "@shared/core/network";
import { longDate } from "@server/core/calendar";
import type { PlacedRegion } from "@server/domains/regions/index";
import type { CarePointRow } from "./care-points.queries";
import { joinClosedDays, type ClosedDay } from "./closed-days";
import { freshnessOn } from "./confirm-dates";
import { openStateAt, type WeekMoment } from "./opening-hours";
import { hoursOfAny } from "./timetable";
import { walkMinutes } from "./walking";

interface PresentingCommon {
  readonly row: Omit<CarePointRow, "distanceMetres">;
  readonly closedDays: readonly ClosedDay[];
  readonly moment: WeekMoment;
  /** The service somebody looks for; the sign on the door is then that service's. */
  readonly service?: CareService | undefined;
}

/** What a row and a page both say. */
export const presentCommon = ({ row, closedDays, moment, service }: PresentingCommon) => ({
  id: row._id,
  name: row.name,
  kinds: [...row.kinds],
  services: [...row.services],
  bookable: row.offerings.filter(({ isBookable }) => isBookable).map((offering) => offering.service),
  ...openStateAt({
    hoursOn: hoursOfAny(
      row.offerings.filter((offering) => service === undefined || offering.service === service),
      closedDays,
    ),
    moment,
  }),
  phone: row.phone,
  accessibility: [...row.accessibility],
  accepts: [...row.accepts],
  grade: row.grade && row.grade.expiresOn >= moment.date ? presentGrade(row.grade) : null,
  freshness: freshnessOn(row, moment.date),
  isDemo: row.isDemo,
});

const presentGrade = ({ expiresOn, ...grade }: Grade) => ({ ...grade, untilLabel: longDate(expiresOn) });

/** How far it is, and how long one walks. */
export const presentWay = ({
  metres,
  from,
  service,
}: {
  metres: number;
  from: PlacedRegion;
  service?: CareService | undefined;
}) => ({
  distanceMetres: Math.round(metres),
  walkMinutes: walkMinutes({ metres, pace: from.pace, service }),
});

interface PresentingRow {
  readonly row: CarePointRow;
  readonly from: PlacedRegion;
  readonly moment: WeekMoment;
  readonly service?: CareService | undefined;
}

export const presentCarePointSummary = ({ row, from, moment, service }: PresentingRow): CarePointSummary => ({
  // A list stays within the city of where it begins.
  ...presentCommon({
    row,
    closedDays: joinClosedDays({ own: row.closedDays, city: from.closedDays }),
    moment,
    service,
  }),
  ...presentWay({ metres: row.distanceMetres, from, service }),
});
