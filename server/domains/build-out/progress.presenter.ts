import type { Progress } from "@shared/domains/build-out/programme-shapes";
import { businessDay } from "@shared/core/dates";
import { instantLabel, longDate } from "@server/core/calendar";
import { paceNeeded, percentLabel, type PlacedRegion } from "@server/domains/regions/index";
import { countiesIn, sumOf } from "./county-progress";
import { countsOf } from "./list-meal-points";
import { doneStates, underWayStates } from "./meal-point.machine";
import type { StateTally } from "./meal-points.queries";
import { countiesOf, type Programme } from "./programme";
import type { TargetSplitDocument } from "./target-split.model";

interface Presenting {
  readonly city: PlacedRegion;
  readonly programme: Programme | null;
  readonly tallies: readonly StateTally[];
  /** The newest first. */
  readonly splits: readonly TargetSplitDocument[];
  /** Who split it; null for whoever may not know. */
  readonly people: ReadonlyMap<string, string | null> | null;
  readonly maySplit: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A city's progress, every figure from its points. */
export function presentProgress(presenting: Presenting): Progress {
  const { city, programme, tallies, maySplit, now } = presenting;
  const asOf = businessDay(now);
  const done = sumOf(tallies, doneStates);
  const pace = programme?.due ? paceNeeded({ goal: programme.value, done, asOf, due: programme.due }) : null;
  return {
    cityId: city.id,
    cityName: city.name,
    asOf,
    target: programme && {
      value: programme.value,
      due: programme.due,
      dueLabel: programme.due && longDate(programme.due),
      source: programme.source,
    },
    done,
    underWay: sumOf(tallies, underWayStates),
    percent: programme ? percentLabel({ part: done, whole: programme.value, decimals: 1 }) : "—",
    left: programme && Math.max(0, programme.value - done),
    monthsLeft: pace?.monthsLeft ?? null,
    perMonth: pace?.perMonth ?? null,
    byState: countsOf(tallies),
    counties: countiesIn(presenting),
    splits: splitsIn(presenting),
    abilities: { split: maySplit && programme !== null },
  };
}

function splitsIn({ city, splits, people, now }: Presenting): Progress["splits"] {
  if (people === null) return [];
  const names = new Map(countiesOf(city).map(({ id, name }) => [id, name]));
  return splits.map(({ at, by, shares }) => ({
    atLabel: instantLabel({ at: at.getTime(), now }),
    person: people.get(by) ?? null,
    shares: shares.map(({ regionId, value }) => ({ regionId, name: names.get(regionId) ?? regionId, value })),
  }));
}
