import { businessDay } from "@shared/core/dates";
import type { CountyRow, Reconciliation } from "@shared/domains/reconciliation/reconciliation.contract";
import type { PlacedRegion } from "@server/domains/regions/index";
import { listUnmatchedOf } from "./list-unmatched";
import type { BothSides, Counted, LoadedSides } from "./load-both-sides";

interface Presented {
  readonly region: PlacedRegion;
  readonly sides: LoadedSides;
  readonly isConnected: boolean;
}

export function presentReconciliation({ region, sides, isConnected }: Presented): Reconciliation {
  const { lastTry, both } = sides;
  return {
    region: { id: region.id, name: region.name },
    isConnected,
    lastTry: lastTry && { on: businessDay(lastTry.triedAt.getTime()), trouble: lastTry.trouble },
    figures: both && presentFigures(both),
  };
}

function presentFigures(both: BothSides): NonNullable<Reconciliation["figures"]> {
  return {
    asOf: both.asOf,
    readOn: businessDay(both.readAt.getTime()),
    counties: both.counties
      .map(({ id, name }) => ({ county: { id, name }, ...compare(both, ({ countyId }) => countyId === id) }))
      .sort((a, b) => sizeOf(b) - sizeOf(a)),
    total: compare(both, () => true),
    unplaced: both.theirs.filter(({ countyId }) => countyId === null).length,
    unmatched: { theirs: listUnmatchedOf(both, { side: "theirs" }), ours: listUnmatchedOf(both, { side: "ours" }) },
  };
}

const sizeOf = ({ onlyTheirs, onlyOurs }: CountyRow): number => onlyTheirs + onlyOurs;

function compare(both: BothSides, isWithin: (one: Counted) => boolean) {
  const theirs = figuresOf(both.theirs.filter(isWithin));
  const ours = figuresOf(both.ours.filter(isWithin));
  return {
    theirs,
    ours,
    difference: { facilities: ours.facilities - theirs.facilities, beds: ours.beds - theirs.beds },
    onlyTheirs: both.onlyTheirs.filter(isWithin).length,
    onlyOurs: both.onlyOurs.filter(isWithin).length,
  };
}

const figuresOf = (all: readonly Counted[]) => ({
  facilities: all.length,
  beds: all.reduce((sum, { beds }) => sum + beds, 0),
});
