import type { CareService } from "@shared/core/network";
import type { Deps } from "@server/core/deps";
import { newId, stableId } from "@server/core/ids";
import { findRegion } from "@server/domains/regions/index";
import { findCarePointLabels } from "./care-point-labels";
import type { CarePointDocument } from "./care-point.model";
import { findCarePoint } from "./care-points.queries";
import { changeCarePoint } from "./change-care-point";

/** So often somebody else may change the entry in between. */
const TRIES = 5;

interface Opening {
  readonly carePointId: string;
  readonly service: CareService;
}

/**
 * From now on one orders a service of a care point in Yike: it has published the first thing to order. Where that is so
 * already nothing is written; where the service is not on the entry none is put there, for that is the office's to say.
 * @throws Error when the entry was changed by others each time
 */
export async function openForOrders(deps: Pick<Deps, "clock">, { carePointId, service }: Opening): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const seen = await findCarePoint(carePointId);
    if (!seen || !isClosedFor(seen, service) || !(await findRegion(seen.regionId))) return;
    if (await open(deps, seen, service)) return;
  }
  throw new Error(`care point ${carePointId} was changed by others each time`);
}

const isClosedFor = ({ offerings }: CarePointDocument, service: CareService): boolean =>
  offerings.some((offering) => offering.service === service && !offering.isBookable);

function open(deps: Pick<Deps, "clock">, { _id, version, offerings }: CarePointDocument, service: CareService) {
  return changeCarePoint(deps, {
    carePointId: _id,
    version,
    facts: {
      offerings: offerings.map((one) => (one.service === service ? { ...one, isBookable: true } : one)),
    },
    change: { id: stableId("open-for-orders", _id, service, String(version)), fingerprint: service },
    event: { id: newId(), type: "care-points.opened-for-orders", at: new Date(deps.clock.now()) },
  });
}

/** Whether a service is on a care point's entry. No command where that is known; a no is looked up afresh. */
export async function givesService({ carePointId, service }: Opening): Promise<boolean> {
  const label = (await findCarePointLabels([carePointId])).get(carePointId);
  if (label?.services.includes(service)) return true;
  return (await findCarePoint(carePointId))?.services.includes(service) ?? false;
}
