import * as arithmetic from "mingo/operators/expression/arithmetic";
import * as arrays from "mingo/operators/expression/array";
import * as booleans from "mingo/operators/expression/boolean";
import * as conditionals from "mingo/operators/expression/conditional";
import * as objects from "mingo/operators/expression/object";
import * as strings from "mingo/operators/expression/string";
import * as variables from "mingo/operators/expression/variable";
import { dateOperators } from "./expression-dates";
import { oneOperand, type Operator } from "./expression-operands";
import { ownOperators } from "./expression-own";

function pick(source: object, names: readonly string[]): Record<string, Operator> {
  const chosen: Record<string, Operator> = {};
  for (const name of names) chosen[name] = (source as Record<string, Operator>)[name] as Operator;
  return chosen;
}

/** mingo's operators of one operand do not know that `[x]` means `x`. */
function unwrapped(operators: Record<string, Operator>): Record<string, Operator> {
  const wrapped: Record<string, Operator> = {};
  for (const [name, operator] of Object.entries(operators)) {
    wrapped[name] = (document, operand, options) => operator(document, oneOperand(name, operand), options);
  }
  return wrapped;
}

const fromMingo = {
  ...pick(arithmetic, ["$add", "$divide", "$multiply", "$subtract"]),
  ...unwrapped(pick(arithmetic, ["$abs", "$ceil", "$floor"])),
  ...pick(arrays, ["$arrayElemAt", "$concatArrays", "$filter", "$indexOfArray", "$map", "$range", "$reduce"]),
  ...unwrapped(pick(arrays, ["$isArray", "$reverseArray"])),
  ...pick(booleans, ["$and", "$or"]),
  ...pick(conditionals, ["$cond", "$ifNull", "$switch"]),
  ...unwrapped(pick(objects, ["$objectToArray"])),
  ...pick(strings, ["$concat", "$split", "$substrCP", "$trim"]),
  ...unwrapped(pick(strings, ["$strLenCP"])),
  ...pick(variables, ["$let"]),
};

/**
 * The expression operators this engine knows. Where mingo differs from MongoDB (order of types, rounding, null, nested
 * arrays, time zones) the engine's own stand in its place. `$literal` is read before they are asked.
 */
export const allowedExpressions = {
  ...fromMingo,
  ...dateOperators,
  ...ownOperators,
  $literal: (_document: unknown, operand: unknown): unknown => operand,
} as unknown as Record<`$${string}`, never>;
