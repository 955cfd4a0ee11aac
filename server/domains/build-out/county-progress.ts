import type { CountyProgress } from "@shared/domains/build-out/programme-shapes";
import { percentLabel, type PlacedRegion } from "@server/domains/regions/index";
import { doneStates, underWayStates } from "./meal-point.machine";
import type { StateTally } from "./meal-points.queries";
import { countiesOf } from "./programme";
import type { TargetSplitDocument } from "./target-split.model";

interface Counting {
  readonly city: PlacedRegion;
  readonly tallies: readonly StateTally[];
  /** The newest first; it holds. */
  readonly splits: readonly TargetSplitDocument[];
}

/** How many stand in any of these states. */
export const sumOf = (tallies: readonly StateTally[], states: readonly StateTally["state"][]): number =>
  tallies.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);

/** Each county's part, the furthest first. */
export function countiesIn({ city, tallies, splits: [split] }: Counting): CountyProgress[] {
  const counted = countiesOf(city).map(({ id, name }) => {
    const own = tallies.filter(({ countyId }) => countyId === id);
    const target = split?.shares.find(({ regionId }) => regionId === id)?.value ?? null;
    return { regionId: id, name, target, done: sumOf(own, doneStates), underWay: sumOf(own, underWayStates) };
  });
  return counted
    .map((county) => ({
      ...county,
      percent: county.target === null ? "—" : percentLabel({ part: county.done, whole: county.target, decimals: 1 }),
      left: county.target === null ? null : Math.max(0, county.target - county.done),
      rank: !county.target ? null : 1 + counted.filter((other) => farOf(other) > farOf(county)).length,
    }))
    .sort((a, b) => farOf(b) - farOf(a) || b.done - a.done);
}

/** How far a county is of its share; one that has none to build is compared with nobody and comes last. */
const farOf = ({ target, done }: Pick<CountyProgress, "target" | "done">): number => (target ? done / target : -1);
