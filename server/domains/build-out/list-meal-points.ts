import { dayNumber } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import {
  mealPointStateWords,
  type MealPointRow,
  type MealPointState,
  type StateCount,
} from "@shared/domains/build-out/build-out-shapes";
import { fromCursor, toCursor } from "@server/core/http/cursor";
import { presentRow } from "./meal-point.presenter";
import { countMealPoints, findMealPoints, statesInOrder, type Scope, type StateTally } from "./meal-points.queries";
import { namesOf } from "./names";

const PAGE = 20;

interface Listing {
  readonly scope: Scope;
  readonly state: MealPointState | undefined;
  readonly cursor: string | undefined;
  readonly today: ServiceDate;
}

interface Page {
  readonly mealPoints: MealPointRow[];
  readonly counts: StateCount[];
  readonly nextCursor: string | null;
}

/** One page of a scope's points, the most urgent first, and how many stand where. */
export async function listMealPoints({ scope, state, cursor, today }: Listing): Promise<Page> {
  const after = cursor === undefined ? undefined : fromCursor(cursor);
  const [found, tallies] = await Promise.all([
    findMealPoints({ scope, state, after, limit: PAGE + 1 }),
    countMealPoints(scope),
  ]);
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  return {
    mealPoints: await Promise.all(shown.map(async (row) => presentRow(row, { names: await namesOf(row), today }))),
    counts: countsOf(tallies),
    nextCursor: last ? toCursor({ position: dayNumber(last.dueOn), id: last._id }) : null,
  };
}

/** Each state once, in the order of the way. */
export const countsOf = (tallies: readonly StateTally[]): StateCount[] =>
  statesInOrder.map((state) => ({
    state,
    label: mealPointStateWords[state],
    count: tallies.filter((tally) => tally.state === state).reduce((sum, { count }) => sum + count, 0),
  }));
