import { heldOn } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import type { MealPointState } from "./build-out-shapes";

/** A state in which somebody owes the next step until a working day. */
export type WaitingState = Extract<
  MealPointState,
  "proposed" | "surveyed" | "verified" | "built" | "plated" | "published"
>;

/** What holds for the build-out of meal points, from a day on. */
interface BuildOutRules {
  readonly since: ServiceDate;
  readonly source: string;
  /** Ours, until a city says otherwise. */
  readonly isAssumption: boolean;
  /** Working days for the step that a state waits for, the day it was reached not counted. */
  readonly workingDays: Readonly<Record<WaitingState, number>>;
  /** A place with meals nearer than this, metres in a straight line, is told of at the survey. */
  readonly clashMetres: number;
}

/** Later rows replace earlier ones from their day on. */
const buildOutRules: readonly BuildOutRules[] = [
  {
    since: "2024-01-01",
    source:
      "假设：没有公布的规定。摸排、挂牌、公布各两周，核查一周，建成一季度，公布后两周开餐；500 米内已有助餐的地方要提醒",
    isAssumption: true,
    workingDays: { proposed: 10, surveyed: 5, verified: 60, built: 10, plated: 10, published: 10 },
    clashMetres: 500,
  },
];

/** The rules of a day. @throws Error before the first row */
export const buildOutRulesOn = (day: ServiceDate): BuildOutRules => heldOn(buildOutRules, day);
