import { evalExpr } from "mingo/core";
import * as arithmetic from "mingo/operators/expression/arithmetic";
import * as arrays from "mingo/operators/expression/array";
import * as booleans from "mingo/operators/expression/boolean";
import * as conditionals from "mingo/operators/expression/conditional";
import * as dates from "mingo/operators/expression/date";
import * as objects from "mingo/operators/expression/object";
import * as strings from "mingo/operators/expression/string";
import * as variables from "mingo/operators/expression/variable";
import { EngineError } from "../errors";
import { compareValues, isNumeric, toNumber } from "../values/order";
import { bsonTypeName } from "./match-operators";

type Operator = (document: unknown, operand: unknown, options: never) => unknown;

function evaluate(document: unknown, operand: unknown, options: never): unknown {
  return evalExpr(document as never, operand as never, options) as unknown;
}

function list(document: unknown, operand: unknown, options: never): unknown[] {
  const value = evaluate(document, operand, options);
  return Array.isArray(value) ? value : [value];
}

/** Comparisons in MongoDB's own order, where mingo's differs between types. */
function comparison(accept: (order: number) => unknown): Operator {
  return (document, operand, options) => {
    const [left, right, ...rest] = list(document, operand, options);
    if (rest.length > 0) throw new EngineError(16020, "a comparison takes exactly 2 arguments");
    if ((left === undefined) !== (right === undefined)) return accept(left === undefined ? -1 : 1);
    return accept(compareValues(left, right));
  };
}

function extreme(sign: number): Operator {
  return (document, operand, options) => {
    const values = list(document, operand, options);
    const [first, ...others] = values.length === 1 && Array.isArray(values[0]) ? (values[0] as unknown[]) : values;
    const present = [first, ...others].filter((value) => value !== null && value !== undefined);
    return present.reduce((best, value) => (compareValues(value, best) * sign > 0 ? value : best), present[0]) ?? null;
  };
}

function isMember(document: unknown, operand: unknown, options: never): boolean {
  const [value, candidates] = list(document, operand, options);
  if (!Array.isArray(candidates)) throw new EngineError(40081, "$in requires an array as a second argument");
  return candidates.some((candidate) => compareValues(candidate, value) === 0);
}

function total(document: unknown, operand: unknown, options: never): number {
  const values = list(document, operand, options).flat();
  return values.reduce((sum: number, value) => (isNumeric(value) ? sum + toNumber(value) : sum), 0);
}

function average(document: unknown, operand: unknown, options: never): number | null {
  const values = list(document, operand, options).flat().filter(isNumeric);
  return values.length === 0 ? null : values.reduce((sum: number, value) => sum + toNumber(value), 0) / values.length;
}

function toText(document: unknown, operand: unknown, options: never): string | null {
  const value = evaluate(document, operand, options);
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) throw new EngineError(241, "Unsupported conversion from array to string in $toString");
  return String(value);
}

function typeName(document: unknown, operand: unknown, options: never): string {
  return bsonTypeName(evaluate(document, operand, options));
}

const own: Record<string, Operator> = {
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: comparison(Math.sign),
  $max: extreme(1),
  $min: extreme(-1),
  $in: isMember,
  $sum: total,
  $avg: average,
  $toString: toText,
  $type: typeName,
};

const fromMingo = {
  ...pick(arithmetic, [
    "$abs",
    "$add",
    "$ceil",
    "$divide",
    "$floor",
    "$mod",
    "$multiply",
    "$round",
    "$subtract",
    "$trunc",
  ]),
  ...pick(arrays, [
    "$arrayElemAt",
    "$arrayToObject",
    "$concatArrays",
    "$filter",
    "$first",
    "$indexOfArray",
    "$isArray",
  ]),
  ...pick(arrays, ["$last", "$map", "$range", "$reduce", "$reverseArray", "$size", "$slice"]),
  ...pick(booleans, ["$and", "$not", "$or"]),
  ...pick(conditionals, ["$cond", "$ifNull", "$switch"]),
  ...pick(dates, [
    "$dateToString",
    "$dayOfMonth",
    "$dayOfWeek",
    "$hour",
    "$isoDayOfWeek",
    "$minute",
    "$month",
    "$second",
    "$year",
  ]),
  ...pick(dates, ["$dateAdd", "$dateSubtract", "$dateDiff", "$dateTrunc"]),
  ...pick(objects, ["$mergeObjects", "$objectToArray"]),
  ...pick(strings, ["$concat", "$split", "$strLenCP", "$substrCP", "$toLower", "$toUpper", "$trim", "$regexMatch"]),
  ...pick(variables, ["$let"]),
};

function pick(source: object, names: readonly string[]): Record<string, Operator> {
  const chosen: Record<string, Operator> = {};
  for (const name of names) chosen[name] = (source as Record<string, Operator>)[name] as Operator;
  return chosen;
}

/** The expression operators this engine knows; `$literal` is read before they are asked. */
export const allowedExpressions = {
  ...fromMingo,
  ...own,
  $literal: (_document: unknown, operand: unknown): unknown => operand,
} as unknown as Record<`$${string}`, never>;
