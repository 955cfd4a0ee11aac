import { addDays } from "@shared/core/dates";
import type { FacilityKind } from "@shared/core/network";
import type { ServiceDate } from "@shared/core/primitives";
import type { Freshness } from "@shared/domains/care-points/care-point-shapes";

/** A city's rule of how long an entry is believed; its pack's `freshness.json`. */
export interface FreshnessRule {
  /** Days until an entry must be confirmed again, by kind. */
  readonly confirmWithinDays: Readonly<Record<FacilityKind, number>>;
  /** Days after that until it sinks into the second part of the list, and until it leaves it. */
  readonly sinksAfterDays: number;
  readonly leavesAfterDays: number;
}

interface ConfirmDates {
  readonly overdueFrom: ServiceDate;
  readonly staleFrom: ServiceDate;
  readonly leavesOn: ServiceDate;
}

interface Confirmed {
  readonly verifiedOn: ServiceDate;
  readonly kinds: readonly FacilityKind[];
  readonly rule: FreshnessRule;
}

/** From when on an entry is overdue, stale and in no list; of several kinds the one to be confirmed most often decides. */
export function confirmDatesOf({ verifiedOn, kinds, rule }: Confirmed): ConfirmDates {
  const overdueFrom = addDays(verifiedOn, Math.min(...kinds.map((kind) => rule.confirmWithinDays[kind])) + 1);
  return {
    overdueFrom,
    staleFrom: addDays(overdueFrom, rule.sinksAfterDays),
    leavesOn: addDays(overdueFrom, rule.leavesAfterDays),
  };
}

/** How an entry stands on a day. */
export function freshnessOn({ overdueFrom, staleFrom }: Omit<ConfirmDates, "leavesOn">, today: ServiceDate): Freshness {
  if (today < overdueFrom) return "current";
  return today < staleFrom ? "overdue" : "stale";
}
