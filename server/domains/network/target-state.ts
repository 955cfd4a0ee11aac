import type { TargetState } from "@shared/domains/network/network-shapes";
import { packOf, paceNeeded, rateOf, type Target } from "@server/domains/regions/index";
import type { Network } from "./load-network";
import type { Measured } from "./measure-requirement";
import { saidIn } from "./said";

interface Measuring {
  readonly target: Target;
  readonly measured: Measured;
  readonly network: Network;
}

/**
 * A figure of the paper beside the same figure counted from the entries of today. They may differ: the paper told of one
 * day, and where it printed only a rate its whole was worked out.
 */
export function presentTarget({ target, measured, network }: Measuring): TargetState {
  const { indicator, name, unit, note = null } = target;
  return {
    indicator,
    requirement: measured.requirement.key,
    name,
    unit,
    goal: goalOf({ target, measured, network }),
    counted: countedOf({ target, measured, network }),
    paper: paperOf(target),
    note,
    source: saidIn(packOf(network.region), target),
  };
}

function countedOf({ target, measured, network }: Measuring): TargetState["counted"] {
  const { existing: value, regions, requirement } = measured;
  const of = requirement.measure === "count_to_target" ? null : regions;
  const { actual: _told, ...rest } = target;
  const rate = rateOf({ ...rest, actual: { value, ...(of === null ? {} : { of: { value: of } }) } });
  return { value, of, percent: rate?.label ?? null, asOf: network.today };
}

function goalOf(measuring: Measuring): TargetState["goal"] {
  const { goal } = measuring.target;
  if (!goal) return null;
  const { value, comparison = "at_least", isOneEach = false, isImplied = false, stated } = goal;
  const paceFor = paceOf(measuring);
  return {
    value,
    comparison,
    isOneEach,
    isImplied,
    stated: stated.map(({ due = null, reading = null, article = null }) => {
      const isCount = reading !== "delta" && comparison === "at_least";
      return { due, reading, article, pace: due !== null && isCount ? paceFor(due) : null };
    }),
  };
}

/** A goal in per cent, or of one in each region, counts the regions of the level. */
function paceOf({
  target: { goal, unit },
  measured: { existing: done, regions },
  network: { today: asOf },
}: Measuring) {
  const value = goal?.value ?? 0;
  const inEach = goal?.isOneEach ? regions : value;
  const wanted = unit === "%" ? Math.ceil((value * regions) / 100) : inEach;
  return (due: string) => paceNeeded({ goal: wanted, done, asOf, due });
}

function paperOf(target: Target): TargetState["paper"] {
  const { actual, printed, implied } = target;
  if (!actual) return null;
  const { value, isAtLeast = false, asOf = null, of } = actual;
  const rate = printed?.["rate"] ?? implied?.["rate"];
  const isImplied = printed?.["rate"] === undefined;
  return {
    value,
    isAtLeast,
    asOf,
    of: of ? { value: wholeWords(of), isImplied: of.isImplied === true } : null,
    percent: rate === undefined ? null : { value: rate, isImplied },
  };
}

type Whole = NonNullable<NonNullable<Target["actual"]>["of"]>;

/** "118"; where several wholes give the printed rate, the first and the last: "4466–4529". */
const wholeWords = ({ value, range }: Whole): string =>
  range && range[0] !== range[1] ? `${range[0]}–${range[1]}` : String(value);
