import { today } from "@server/core/clock";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import type { Deps } from "@server/core/deps";
import type { OutboxEvent } from "@server/core/outbox/outbox";
import { districtOf, requireRegion } from "@server/domains/regions/index";
import { CarePointModel, type CarePointDocument } from "./care-point.model";
import { findCarePoint } from "./care-points.queries";
import { withDerivedFacts, type CarePointFacts } from "./derived-facts";

/** What must be known of a new care point, and what may be. */
type KnownFirst = "name" | "kinds" | "regionId" | "position" | "address" | "phone" | "offerings" | "isDemo";
type NotChosen = "_id" | "cityId" | "districtId" | "version";

/** Facts of a care point that does not exist yet; its district and city follow from its region. */
type NewCarePointFacts = Pick<CarePointFacts, KnownFirst> & Partial<Omit<CarePointFacts, KnownFirst | NotChosen>>;

interface Creating {
  /** Made from the request's key or from what it grew out of: the same id is the same care point. */
  readonly id: string;
  /** Position in WGS-84; checked today unless `verifiedOn` says otherwise. */
  readonly facts: NewCarePointFacts;
  readonly event: OutboxEvent;
}

/**
 * Writes a care point that was not there, with all that follows from its facts. The guarantee is the id: created again
 * it is the one that stands there, with whatever was changed on it since; the second event is nobody's.
 * @throws AppError invalid_request for a region that does not exist or whose city is not run here
 */
export async function createCarePoint(
  { clock }: Pick<Deps, "clock">,
  { id, facts, event }: Creating,
): Promise<CarePointDocument> {
  const region = await requireRegion({ id: facts.regionId, path: "body.regionId" });
  const day = today(clock);
  const known = {
    ...nothingKnown,
    verifiedOn: day,
    ...facts,
    _id: id,
    cityId: region.cityId,
    districtId: districtOf(region),
    version: 0,
  };
  const created = { ...withDerivedFacts({ facts: known, region, today: day }), outbox: [event] };
  try {
    await CarePointModel.create([created]);
    return created;
  } catch (error) {
    const stands = isDuplicateKey(error) ? await findCarePoint(id) : null;
    if (!stands) throw error;
    return stands;
  }
}

const nothingKnown = {
  formerNames: [],
  servesRegionIds: [],
  operator: null,
  formerOperators: [],
  closedDays: [],
  accessibility: [],
  accepts: [],
  grade: null,
  certificates: [],
  creditCode: null,
  withheld: null,
} as const satisfies Partial<CarePointFacts>;
