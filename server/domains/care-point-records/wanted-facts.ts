import type { WantedChange } from "@shared/domains/care-point-records/record-changes.contract";
import { toGeoPoint, toWgs84, type Position } from "@server/core/geo-point";
import { newOffering, type CarePointDocument, type changeCarePoint } from "@server/domains/care-points/index";

type Facts = Parameters<typeof changeCarePoint>[1]["facts"];

/** Where a wished position lies, WGS-84, from whichever map its figures come. */
export const wantedPosition = ({ datum, latitude, longitude }: Extract<WantedChange, { what: "position" }>): Position =>
  toWgs84({ position: { latitude, longitude }, datum });

/**
 * What a wish makes of the entry as it stands now: what it replaces goes into the history, services that stay keep their
 * hours, a new one has none yet.
 */
export function wantedFacts(wanted: WantedChange, now: CarePointDocument): Facts {
  switch (wanted.what) {
    case "name":
      return {
        name: wanted.name,
        formerNames: [now.name, ...now.formerNames].filter((name) => name !== wanted.name),
      };
    case "position":
      return { position: toGeoPoint(wantedPosition(wanted)) };
    case "services":
      return {
        offerings: wanted.services.map(
          (service) => now.offerings.find((one) => one.service === service) ?? newOffering(service, []),
        ),
      };
    case "kinds":
      return { kinds: wanted.kinds };
    case "operator":
      return {
        operator: { name: wanted.name, since: wanted.since },
        formerOperators: now.operator ? [now.operator, ...now.formerOperators] : now.formerOperators,
        creditCode: wanted.creditCode ?? null,
      };
  }
}

/** Whether the entry says already what is wished. */
export function isAlreadySo(wanted: WantedChange, now: CarePointDocument): boolean {
  switch (wanted.what) {
    case "name":
      return wanted.name === now.name;
    case "position":
      return String(toGeoPoint(wantedPosition(wanted)).coordinates) === String(now.position.coordinates);
    case "services":
      return String(wanted.services) === String(now.services);
    case "kinds":
      return String(wanted.kinds) === String(now.kinds);
    case "operator":
      return wanted.name === now.operator?.name;
  }
}
