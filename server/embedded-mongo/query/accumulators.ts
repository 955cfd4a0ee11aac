import { EngineError, unsupported } from "../errors";
import type { Document } from "../values/decode";
import { encode } from "../values/encode";
import { encodeKey } from "../values/key";
import { compareValues, isDocument, isNumeric, toNumber } from "../values/order";
import { compileExpression, type Expression } from "./expressions";

/** What one accumulator of one group has gathered. */
export interface Gathered {
  add: (value: unknown) => void;
  result: () => unknown;
}

/** Told how many bytes an accumulator has taken, so that a group stays bounded. */
export type NoteBytes = (bytes: number) => void;

function sum(): Gathered {
  let total = 0;
  return {
    add: (value) => (total += isNumeric(value) ? toNumber(value) : 0),
    result: () => total,
  };
}

function average(): Gathered {
  let total = 0;
  let count = 0;
  return {
    add: (value) => {
      if (!isNumeric(value)) return;
      total += toNumber(value);
      count += 1;
    },
    result: () => (count === 0 ? null : total / count),
  };
}

function extreme(sign: number): Gathered {
  let best: unknown;
  return {
    add: (value) => {
      if (value === undefined || value === null) return;
      if (best === undefined || compareValues(value, best) * sign > 0) best = value;
    },
    result: () => best ?? null,
  };
}

function first(): Gathered {
  let seen = false;
  let kept: unknown;
  return {
    add: (value) => {
      if (!seen) kept = value;
      seen = true;
    },
    result: () => kept ?? null,
  };
}

function last(): Gathered {
  let kept: unknown;
  return { add: (value) => (kept = value), result: () => kept ?? null };
}

function push(note: NoteBytes): Gathered {
  const values: unknown[] = [];
  return {
    add: (value) => {
      if (value === undefined) return;
      note(encode({ value }).length);
      values.push(value);
    },
    result: () => values,
  };
}

function addToSet(note: NoteBytes): Gathered {
  const values = new Map<string, unknown>();
  return {
    add: (value) => {
      if (value === undefined) return;
      const key = encodeKey([value], [1]).toString("latin1");
      if (!values.has(key)) note(key.length * 2);
      values.set(key, value);
    },
    result: () => [...values.values()],
  };
}

function mergeObjects(): Gathered {
  const merged: Document = {};
  return {
    add: (value) => {
      if (value === null || value === undefined) return;
      if (!isDocument(value)) throw new EngineError(40400, "$mergeObjects requires object inputs");
      Object.assign(merged, value);
    },
    result: () => merged,
  };
}

function countAll(): Gathered {
  let count = 0;
  return { add: () => (count += 1), result: () => count };
}

const makers: Readonly<Record<string, (note: NoteBytes) => Gathered>> = {
  $sum: sum,
  $avg: average,
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
  $mergeObjects: mergeObjects,
  $count: countAll,
};

const notSupported = new Set(
  "$accumulator $bottom $bottomN $firstN $lastN $maxN $median $minN $percentile $stdDevPop $stdDevSamp $top $topN".split(
    " ",
  ),
);

export interface Accumulator {
  name: string;
  evaluate: Expression;
  make: (note: NoteBytes) => Gathered;
}

/** Reads one field of `$group`: `{ $sum: "$amount" }`. */
export function compileAccumulator(name: string, specification: unknown): Accumulator {
  if (name.includes(".")) throw new EngineError(40235, `The field name '${name}' cannot contain '.'`);
  if (!isDocument(specification)) throw new EngineError(40234, `The field '${name}' must be an accumulator object`);
  const entries = Object.entries(specification);
  const [operator = "", operand] = entries[0] ?? [];
  if (entries.length !== 1) throw new EngineError(40238, `The field '${name}' must specify one accumulator`);
  const make = Object.hasOwn(makers, operator) ? makers[operator] : undefined;
  if (make === undefined && notSupported.has(operator)) throw unsupported(`the accumulator ${operator}`);
  if (make === undefined) throw new EngineError(15952, `unknown group operator '${operator}'`);
  return { name, evaluate: compileExpression(operator === "$count" ? null : operand), make };
}
