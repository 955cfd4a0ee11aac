import { BSONRegExp, ObjectId } from "bson";
import { EngineError } from "../errors";
import type { Document } from "../values/decode";
import { encodeKey } from "../values/key";
import { compareValues, isDocument, isNumeric, toNumber } from "../values/order";
import { evaluate, isNothing, unary, variadic, type Operator } from "./expression-operands";
import { bsonTypeName, toRegExp } from "./match-operators";

/** Comparisons in MongoDB's own order; a missing value comes before every other. */
function comparison(accept: (order: number) => unknown): Operator {
  return variadic((values) => {
    const [left, right] = values;
    if (values.length !== 2) throw new EngineError(16020, "a comparison takes exactly 2 arguments");
    if ((left === undefined) !== (right === undefined)) return accept(left === undefined ? -1 : 1);
    return accept(compareValues(left, right));
  });
}

/** `$sum`, `$max` and others take one array, or several operands. */
function opened(values: readonly unknown[]): readonly unknown[] {
  const [only] = values;
  return values.length === 1 && Array.isArray(only) ? (only as unknown[]) : values;
}

function extreme(sign: number): Operator {
  return variadic((values) => {
    const present = opened(values).filter((value) => !isNothing(value));
    return present.reduce((best, value) => (compareValues(value, best) * sign > 0 ? value : best), present[0]) ?? null;
  });
}

function isMember([value, candidates]: unknown[]): boolean {
  if (!Array.isArray(candidates)) throw new EngineError(40081, "$in requires an array as a second argument");
  return candidates.some((candidate) => compareValues(candidate, value) === 0);
}

function numbersOf(values: readonly unknown[]): number[] {
  return opened(values).filter(isNumeric).map(toNumber);
}

function average(values: readonly unknown[]): number | null {
  const numbers = numbersOf(values);
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function toText(value: unknown): string | null {
  if (isNothing(value)) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  if (isNumeric(value) || value instanceof ObjectId) return value.toString();
  throw new EngineError(241, `Unsupported conversion from ${bsonTypeName(value)} to string`);
}

/** Rounds to even at half, as MongoDB does; a negative place rounds before the point. */
function rounded(round: (value: number) => number): Operator {
  return variadic(([value, place = 0]) => {
    if (isNothing(value) || place === null) return null;
    if (!isNumeric(value) || !isNumeric(place)) throw new EngineError(51081, "$round and $trunc only support numbers");
    const scaled = shift(toNumber(value), toNumber(place));
    return Number.isFinite(scaled) ? shift(round(scaled), -toNumber(place)) : toNumber(value);
  });
}

/** Moves the decimal point without the error of a multiplication. */
function shift(value: number, places: number): number {
  const [digits = "0", power = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(power) + places}`);
}

function halfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

function modulo([left, right]: unknown[]): number | null {
  if (isNothing(left) || isNothing(right)) return null;
  if (!isNumeric(left) || !isNumeric(right)) throw new EngineError(16611, "$mod only supports numeric types");
  if (toNumber(right) === 0) throw new EngineError(16610, "can't $mod by zero");
  return toNumber(left) % toNumber(right);
}

function needArray(name: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  throw new EngineError(28689, `${name}'s argument must be an array, but is ${bsonTypeName(value)}`);
}

function slice([array, first, count]: unknown[]): unknown {
  if (isNothing(array) || isNothing(first)) return null;
  const values = needArray("$slice", array);
  const start = isNumeric(first) ? toNumber(first) : Number.NaN;
  const size = count === undefined ? undefined : isNumeric(count) ? toNumber(count) : Number.NaN;
  if (!Number.isInteger(start) || (size !== undefined && !(size > 0)))
    throw new EngineError(28726, "$slice needs whole numbers, the third positive");
  if (size === undefined) return start >= 0 ? values.slice(0, start) : values.slice(start);
  const from = start < 0 ? Math.max(0, values.length + start) : start;
  return values.slice(from, from + size);
}

function arrayToObject(value: unknown): Document | null {
  if (isNothing(value)) return null;
  const result: Document = {};
  for (const pair of needArray("$arrayToObject", value)) {
    const [name, inner] = Array.isArray(pair) ? (pair as unknown[]) : isDocument(pair) ? [pair["k"], pair["v"]] : [];
    if (typeof name !== "string") throw new EngineError(40397, "$arrayToObject requires pairs of a string and a value");
    result[name] = inner;
  }
  return result;
}

function mergeObjects(values: readonly unknown[]): Document {
  const merged: Document = {};
  for (const value of opened(values)) {
    if (isNothing(value)) continue;
    if (!isDocument(value)) throw new EngineError(40400, "$mergeObjects requires object inputs");
    Object.assign(merged, value);
  }
  return merged;
}

const regexMatch: Operator = (document, operand, options) => {
  const value = evaluate(document, operand, options);
  const { input, regex, options: flags } = isDocument(value) ? value : {};
  if (isNothing(input) || isNothing(regex)) return false;
  if (typeof input !== "string") throw new EngineError(51104, "$regexMatch needs 'input' to be of type string");
  const expression = typeof regex === "string" ? new BSONRegExp(regex) : regex;
  if (!(expression instanceof BSONRegExp))
    throw new EngineError(51105, "$regexMatch needs 'regex' to be of type string or regex");
  return toRegExp(expression.pattern, typeof flags === "string" ? flags : expression.options).test(input);
};

function setOf(value: unknown): Map<string, unknown> {
  return new Map(needArray("a set operator", value).map((one) => [encodeKey([one], [1]).toString("latin1"), one]));
}

/** A set operator: null when any operand is. */
function sets(compute: (sets: Map<string, unknown>[]) => unknown): Operator {
  return variadic((values) => (values.some(isNothing) ? null : compute(values.map(setOf))));
}

function meet(all: readonly Map<string, unknown>[]): unknown[] {
  const [first, ...others] = all;
  return [...(first ?? [])].filter(([key]) => others.every((other) => other.has(key))).map(([, value]) => value);
}

/** Operators that this engine evaluates itself. */
export const ownOperators: Record<string, Operator> = {
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: comparison(Math.sign),
  $max: extreme(1),
  $min: extreme(-1),
  $in: variadic(isMember),
  $sum: variadic((values) => numbersOf(values).reduce((sum, number) => sum + number, 0)),
  $avg: variadic(average),
  $round: rounded(halfToEven),
  $trunc: rounded(Math.trunc),
  $mod: variadic(modulo),
  $not: unary("$not", (value) => isNothing(value) || value === false || (isNumeric(value) && toNumber(value) === 0)),
  $first: unary("$first", (value) => (isNothing(value) ? null : needArray("$first", value)[0])),
  $last: unary("$last", (value) => (isNothing(value) ? null : needArray("$last", value).at(-1))),
  $size: unary("$size", (value) => needArray("$size", value).length),
  $slice: variadic(slice),
  $arrayToObject: unary("$arrayToObject", arrayToObject),
  $mergeObjects: variadic(mergeObjects),
  $setUnion: sets((all) => [...new Map(all.flatMap((set) => [...set])).values()]),
  $setIntersection: sets(meet),
  $setDifference: sets(([left, right]) =>
    [...(left ?? [])].filter(([key]) => right?.has(key) !== true).map(([, value]) => value),
  ),
  $toString: unary("$toString", toText),
  $toLower: unary("$toLower", (value) => (toText(value) ?? "").toLowerCase()),
  $toUpper: unary("$toUpper", (value) => (toText(value) ?? "").toUpperCase()),
  $type: unary("$type", bsonTypeName),
  $regexMatch: regexMatch,
};
