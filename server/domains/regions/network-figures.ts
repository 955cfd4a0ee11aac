import { addDays } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import type { Target } from "./pack/targets";

/** How many regions of a level are served, and which are not. */
export interface Coverage {
  readonly served: number;
  readonly of: number;
  /** In the order in which the level was given. */
  readonly missing: readonly string[];
}

/**
 * Coverage counts regions served, not buildings: a point that serves three villages counts three times, two points in one
 * village once, and what serves a region of another level not at all.
 */
export function coverageOf(level: {
  readonly regionIds: readonly string[];
  readonly servedIds: Iterable<string>;
}): Coverage {
  const served = new Set(level.servedIds);
  const missing = level.regionIds.filter((id) => !served.has(id));
  return { served: level.regionIds.length - missing.length, of: level.regionIds.length, missing };
}

interface Part {
  /** Whole numbers, so that halves are halves. */
  readonly part: number;
  readonly whole: number;
  readonly decimals: number;
}

/** A percentage in units of its last decimal, as a whole number. */
const scaled = ({ part, whole, decimals }: Part): number =>
  Math.floor((2 * part * 100 * 10 ** decimals + whole) / (2 * whole));

/** A share as papers print it, halves rounded up: 79 of 118 is "67%", 202 of 430 with one decimal "47.0%"; "—" of nothing. */
export const percentLabel = (share: Part): string =>
  share.whole === 0 ? "—" : `${(scaled(share) / 10 ** share.decimals).toFixed(share.decimals)}%`;

/**
 * The wholes of which a part makes a printed rate: from the first to the last.
 * @param printed such as "66.7%", above zero
 * @throws RangeError when it is no rate
 */
export function impliedWholes({ part, printed }: { part: number; printed: string }): readonly [number, number] {
  const decimals = decimalsOf(printed);
  const rate = Math.round(Number.parseFloat(printed) * 10 ** decimals);
  if (!(rate > 0)) throw new RangeError(`"${printed}" is no rate above zero`);
  const twice = 2 * part * 100 * 10 ** decimals;
  return [Math.floor(twice / (2 * rate + 1)) + 1, Math.floor(twice / (2 * rate - 1))];
}

const decimalsOf = (label: string): number => /\.(\d+)%?$/.exec(label)?.[1]?.length ?? 0;

/** What is left of a goal, and how many a month that takes. */
export interface Pace {
  readonly left: number;
  readonly monthsLeft: number;
  /** Rounded up, so that keeping it is enough; null when no whole month is left and something is. */
  readonly perMonth: number | null;
}

interface Progress {
  readonly goal: number;
  readonly done: number;
  readonly asOf: ServiceDate;
  readonly due: ServiceDate;
}

/** The pace needed: left ÷ whole months left. */
export function paceNeeded({ goal, done, asOf, due }: Progress): Pace {
  const left = Math.max(0, goal - done);
  const monthsLeft = wholeMonthsBetween(asOf, due);
  if (left === 0) return { left, monthsLeft, perMonth: 0 };
  return { left, monthsLeft, perMonth: monthsLeft === 0 ? null : Math.ceil(left / monthsLeft) };
}

/** Calendar months that begin after one day and end with or before the other. */
function wholeMonthsBetween(after: ServiceDate, until: ServiceDate): number {
  const month = (date: ServiceDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return Math.max(0, month(addDays(until, 1)) - month(after) - 1);
}

/** The share that a city's figure makes, beside what its paper prints. */
export interface Rate {
  readonly label: string;
  /** The whole was worked out from a printed rate, so the label proves nothing about it. */
  readonly isWholeImplied: boolean;
  /** As printed; null where the paper leaves it to the reader. */
  readonly printed: string | null;
  /** Whether ours is the printed one; true where none is. */
  readonly agrees: boolean;
}

/** The rate of a figure: done of its whole, or else of its goal. Null without both. */
export function rateOf({ actual, goal, printed, implied }: Target): Rate | null {
  const whole = actual?.of ?? goal;
  if (!actual || !whole) return null;
  const shown = printed?.["rate"] ?? null;
  const decimals = decimalsOf(shown ?? implied?.["rate"] ?? ".0");
  const label = percentLabel({ part: actual.value, whole: whole.value, decimals });
  return { label, isWholeImplied: whole.isImplied === true, printed: shown, agrees: shown === null || shown === label };
}
