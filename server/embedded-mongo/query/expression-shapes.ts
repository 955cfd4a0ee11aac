import { EngineError } from "../errors";
import { isDocument } from "../values/order";
import { checkNames } from "./known-names";

const dateParts = ["date", "timezone"];

/** Operators whose operand is a document of arguments, and their names. */
const named: Readonly<Record<string, readonly string[]>> = {
  $cond: ["if", "then", "else"],
  $dateToString: ["date", "format", "timezone", "onNull"],
  $dayOfMonth: dateParts,
  $dayOfWeek: dateParts,
  $filter: ["input", "as", "cond", "limit"],
  $hour: dateParts,
  $isoDayOfWeek: dateParts,
  $let: ["vars", "in"],
  $map: ["input", "as", "in"],
  $minute: dateParts,
  $month: dateParts,
  $reduce: ["input", "initialValue", "in"],
  $regexMatch: ["input", "regex", "options"],
  $second: dateParts,
  $switch: ["branches", "default"],
  $trim: ["input", "chars"],
  $year: dateParts,
};

/** How many operands an operator takes, at least and at most. */
const counted: Readonly<Record<string, readonly [number, number]>> = {
  $arrayElemAt: [2, 2],
  $divide: [2, 2],
  $ifNull: [2, Infinity],
  $in: [2, 2],
  $indexOfArray: [2, 4],
  $mod: [2, 2],
  $range: [2, 3],
  $round: [1, 2],
  $setDifference: [2, 2],
  $slice: [2, 3],
  $split: [2, 2],
  $substrCP: [3, 3],
  $subtract: [2, 2],
  $trunc: [1, 2],
};

/** Refuses an operand that has more or other parts than the operator reads. */
export function checkShape(operator: string, operand: unknown): void {
  const names = named[operator];
  if (names !== undefined && isDocument(operand) && !isExpression(operand)) {
    checkNames(operator, operand, names);
    if (operator === "$switch") checkBranches(operand["branches"]);
  }
  if (operator === "$cond" && Array.isArray(operand)) checkCount(operator, operand.length, [3, 3]);
  const limits = counted[operator];
  if (limits !== undefined) checkCount(operator, Array.isArray(operand) ? operand.length : 1, limits);
}

const isExpression = (operand: object): boolean => Object.keys(operand)[0]?.startsWith("$") === true;

function checkBranches(branches: unknown): void {
  if (!Array.isArray(branches)) throw new EngineError(40060, "$switch expected an array for 'branches'");
  for (const branch of branches as unknown[]) {
    if (!isDocument(branch)) throw new EngineError(40062, "$switch expected each branch to be an object");
    checkNames("a branch of $switch", branch, ["case", "then"]);
  }
}

function checkCount(operator: string, count: number, [least, most]: readonly [number, number]): void {
  if (count >= least && count <= most) return;
  const wanted = least === most ? `exactly ${least}` : `at least ${least}, and at most ${most}`;
  throw new EngineError(
    least === most ? 16020 : 28667,
    `Expression ${operator} takes ${wanted} arguments, but ${count} were passed in.`,
  );
}
