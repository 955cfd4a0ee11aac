import type { CareService } from "@shared/core/network";
import type { Circle, CircleService } from "@shared/domains/care-points/circle.contract";
import { contactOf, packOf, walkerTo, type PlacedRegion } from "@server/domains/regions/index";
import { presentCommon } from "./care-points.presenter";
import type { CarePointRow } from "./care-points.queries";
import { joinClosedDays } from "./closed-days";
import type { WeekMoment } from "./opening-hours";
import { walkMinutes } from "./walking";

interface PresentingCircle {
  readonly from: PlacedRegion;
  /** By service; a service of which there is none near is not in it. */
  readonly nearest: ReadonlyMap<CareService, CarePointRow>;
  readonly moment: WeekMoment;
}

export function presentCircle({ from, nearest, moment }: PresentingCircle): Circle {
  const { name: circleName, minutes, services } = packOf(from).circle;
  return {
    communityName: from.name,
    circleName,
    minutes,
    services: services.map(({ service, isAssumption = false }) => {
      const row = nearest.get(service);
      const found = row ? presentNearest({ row, from, moment, service }) : null;
      const isReachable = found !== null && found.walkMinutes <= minutes;
      return { service, walker: walkerTo({ service, pace: from.pace }), isAssumption, isReachable, nearest: found };
    }),
    contact: contactOf(from),
  };
}

interface PresentingNearest {
  readonly row: CarePointRow;
  readonly from: PlacedRegion;
  readonly moment: WeekMoment;
  readonly service: CareService;
}

function presentNearest({ row, from, moment, service }: PresentingNearest): CircleService["nearest"] {
  const closedDays = joinClosedDays({ own: row.closedDays, city: from.closedDays });
  const { id, name, phone, isOpenNow, openLabel } = presentCommon({ row, closedDays, moment, service });
  const minutes = walkMinutes({ metres: row.distanceMetres, pace: from.pace, service });
  return { id, name, phone, walkMinutes: minutes, isOpenNow, openLabel };
}
