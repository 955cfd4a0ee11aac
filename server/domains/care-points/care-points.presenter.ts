import type { CarePoint, CarePointSummary } from "@shared/domains/care-points/care-points.contract";
import type { PlacedRegion } from "@server/domains/regions/index";
import type { CarePointDocument } from "./care-point.model";
import type { CarePointRow } from "./care-points.queries";
import { closedDayLines, joinClosedDays, type ClosedDay } from "./closed-days";
import { openingLines, openStateAt, type WeekMoment } from "./opening-hours";
import { metresBetween, walkMinutes } from "./walking";

type Shown = Omit<CarePointRow, "distanceMetres">;

interface Presenting<Row> {
  readonly row: Row;
  readonly from: PlacedRegion;
  readonly moment: WeekMoment;
}

interface PresentingCommon {
  readonly row: Shown;
  readonly closedDays: readonly ClosedDay[];
  readonly moment: WeekMoment;
}

const presentCommon = ({ row, closedDays, moment }: PresentingCommon) => ({
  id: row._id,
  name: row.name,
  services: [...row.services],
  ...openStateAt({ hours: row.openingHours, closedDays, moment }),
  phone: row.phone,
  accessibility: [...row.accessibility],
  acceptsDisabled: row.acceptsDisabled,
  isDemo: row.isDemo,
});

const presentWay = ({ metres, from }: { metres: number; from: PlacedRegion }) => ({
  distanceMetres: Math.round(metres),
  walkMinutes: walkMinutes({ metres, pace: from.pace }),
});

export const presentCarePointSummary = ({ row, from, moment }: Presenting<CarePointRow>): CarePointSummary => ({
  // A list stays within the city of where it begins.
  ...presentCommon({ row, closedDays: joinClosedDays({ own: row.closedDays, city: from.closedDays }), moment }),
  ...presentWay({ metres: row.distanceMetres, from }),
});

interface PresentingOne {
  readonly carePoint: CarePointDocument;
  readonly region: PlacedRegion | null;
  /** The chosen community, null when none was given. */
  readonly from: PlacedRegion | null;
  readonly moment: WeekMoment;
}

export function presentCarePoint({ carePoint, region, from, moment }: PresentingOne): CarePoint {
  const [longitude, latitude] = carePoint.position.coordinates;
  const position = { latitude, longitude };
  const way = from?.position
    ? presentWay({ metres: metresBetween(from.position, position), from })
    : { distanceMetres: null, walkMinutes: null };
  const closedDays = joinClosedDays({ own: carePoint.closedDays, city: region?.closedDays });
  return {
    ...presentCommon({ row: carePoint, closedDays, moment }),
    ...way,
    regionNames: region?.path.map(({ name }) => name) ?? [],
    address: carePoint.address,
    openingHours: [...carePoint.openingHours],
    openingLines: [
      ...openingLines(carePoint.openingHours),
      ...closedDayLines({ days: closedDays, today: moment.date }),
    ],
    position,
  };
}
