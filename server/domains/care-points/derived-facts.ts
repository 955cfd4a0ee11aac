import type { ServiceDate } from "@shared/core/primitives";
import { toGcj02, toGeoPoint, toPosition } from "@server/core/geo-point";
import { packOf, type PlacedRegion } from "@server/domains/regions/index";
import type { CarePointDocument } from "./care-point.model";
import { joinClosedDays } from "./closed-days";
import { confirmDatesOf } from "./confirm-dates";
import { openIntervalsOf } from "./open-intervals";
import { searchKeysOf } from "./search-keys";

/** What of a care point follows from the rest of it; written with it, so that lists can ask for it. */
type Derived =
  "services" | "mapPosition" | "openIntervals" | "searchKeys" | "overdueFrom" | "staleFrom" | "leavesOn" | "derivedOn";

/** What a change leaves behind on a care point for a while; no fact about it. */
type Traces = "changes" | "outbox";

/** A care point as people know it. */
export type CarePointFacts = Omit<CarePointDocument, Derived | Traces>;

interface Deriving {
  readonly facts: CarePointFacts;
  /** The region it stands in, for its pack's rules. */
  readonly region: PlacedRegion;
  readonly today: ServiceDate;
}

/** A care point whole, with everything that follows from what is known of it. */
export const withDerivedFacts = ({ facts, region, today }: Deriving): CarePointDocument => ({
  ...facts,
  services: facts.offerings.map(({ service }) => service),
  mapPosition: toGeoPoint(toGcj02(toPosition(facts.position))),
  openIntervals: openIntervalsOf({
    offerings: facts.offerings,
    closedDays: joinClosedDays({ own: facts.closedDays, city: region.closedDays }),
    from: today,
  }),
  searchKeys: searchKeysOf(facts),
  derivedOn: today,
  ...confirmDatesOf({ verifiedOn: facts.verifiedOn, kinds: facts.kinds, rule: packOf(region).freshness }),
  // Lists ask only for the day on which an entry leaves them.
  ...(facts.withheld ? { leavesOn: facts.withheld.since } : {}),
});
