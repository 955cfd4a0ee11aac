import { addDays } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import type { OwnRecord } from "@shared/domains/care-point-records/care-point-records.contract";
import { freshnessOn, type CarePointDocument } from "@server/domains/care-points/index";

interface Presenting {
  readonly today: ServiceDate;
  /** Who says yes to what she cannot change alone. */
  readonly officeName: string;
}

/** An entry as those who work there see it. */
export const presentOwnRecord = (carePoint: CarePointDocument, { today, officeName }: Presenting): OwnRecord => ({
  carePointId: carePoint._id,
  name: carePoint.name,
  phone: carePoint.phone,
  address: carePoint.address,
  offerings: carePoint.offerings.map(({ service, openingHours, specialDays, capacity, price }) => ({
    service,
    openingHours: openingHours.map((row) => ({ ...row })),
    specialDays: specialDays
      .filter(({ date }) => today <= date)
      .map(({ date, hours, reason }) => ({ date, hours: [...hours], reason })),
    capacity,
    price,
  })),
  accessibility: [...carePoint.accessibility],
  accepts: [...carePoint.accepts],
  version: carePoint.version,
  freshness: freshnessOn(carePoint, today),
  verifiedOn: carePoint.verifiedOn,
  believedUntil: addDays(carePoint.overdueFrom, -1),
  staleFrom: carePoint.staleFrom,
  leavesOn: carePoint.leavesOn,
  officeName,
});
