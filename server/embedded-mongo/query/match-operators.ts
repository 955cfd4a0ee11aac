import { BSONRegExp, Decimal128, Double, Long, MaxKey, MinKey, ObjectId } from "bson";
import { Binary, Code, Timestamp } from "bson";
import { EngineError } from "../errors";
import { isInt32 } from "../values/decode";
import { compareValues, isDocument, isNumeric, placeOf, toNumber, typePlace } from "../values/order";

/** Tests one value found at the end of a path; `undefined` stands for a missing field. */
export type LeafTest = (found: unknown, whole: boolean) => boolean;

const typeAliases: Readonly<Record<string, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  javascript: 13,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};

/** BSON's number for the type of a value. */
export function bsonType(value: unknown): number {
  switch (typeof value) {
    case "string":
      return 2;
    case "boolean":
      return 8;
    case "number":
      return isInt32(value) ? 16 : 1;
    default:
      return value === null ? 10 : bsonObjectType(value);
  }
}

function bsonObjectType(value: unknown): number {
  if (Array.isArray(value)) return 4;
  if (isDocument(value)) return 3;
  if (value instanceof ObjectId) return 7;
  if (value instanceof Date) return 9;
  if (value instanceof Double) return 1;
  if (value instanceof Timestamp) return 17;
  if (value instanceof Long) return 18;
  if (value instanceof Decimal128) return 19;
  if (value instanceof Binary) return 5;
  if (value instanceof BSONRegExp) return 11;
  if (value instanceof MinKey) return -1;
  if (value instanceof MaxKey) return 127;
  return value instanceof Code ? 13 : 16;
}

/** MongoDB's name of a value's type, `missing` for an absent field. */
export function bsonTypeName(value: unknown): string {
  if (value === undefined) return "missing";
  const type = bsonType(value);
  return Object.keys(typeAliases).find((name) => typeAliases[name] === type) ?? "unknown";
}

/** Applies a test to a value, and to each element when it is an array that may be opened. */
export function orElements(test: (found: unknown) => boolean): LeafTest {
  return (found, whole) => test(found) || (!whole && Array.isArray(found) && found.some(test));
}

function isNotANumber(value: unknown): boolean {
  return isNumeric(value) && Number.isNaN(toNumber(value));
}

/** `$gt`, `$gte`, `$lt`, `$lte`: only values of the same type are compared. */
export function comparison(operator: string, operand: unknown): LeafTest {
  const accepts: Record<string, (order: number) => boolean> = {
    $gt: (order) => order > 0,
    $gte: (order) => order >= 0,
    $lt: (order) => order < 0,
    $lte: (order) => order <= 0,
  };
  const accept = accepts[operator] ?? (() => false);
  const place = placeOf(operand);
  const anyType = place === typePlace.minKey || place === typePlace.maxKey;
  const operandIsNaN = isNotANumber(operand);
  return orElements((found) => {
    if (placeOf(found) !== place) return anyType && found !== undefined && accept(compareValues(found, operand));
    if (isNotANumber(found) !== operandIsNaN) return false;
    return accept(compareValues(found, operand));
  });
}

/** Turns a BSON regular expression into JavaScript's. */
export function toRegExp(pattern: string, options: string): RegExp {
  const refused = /[^imsu]/.exec(options)?.[0];
  if (refused !== undefined)
    throw new EngineError(2, `$regex option '${refused}' is not supported by the embedded engine`);
  const source = pattern.startsWith("(?i)") ? pattern.slice(4) : pattern;
  const flags = source === pattern ? options : `${options}i`;
  const known = ["i", "m", "s"].filter((flag) => flags.includes(flag)).join("");
  const strict = build(source, `${known}u`);
  return strict instanceof RegExp ? strict : buildLoosely(source, known);
}

function build(source: string, flags: string): unknown {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    return error;
  }
}

/** Without `u`, JavaScript takes escapes that PCRE knows and it does not. */
function buildLoosely(source: string, flags: string): RegExp {
  const built = build(source, flags);
  if (built instanceof RegExp) return built;
  throw new EngineError(51091, `Regular expression is invalid: ${built instanceof Error ? built.message : ""}`);
}

export function regexTest(expression: RegExp): LeafTest {
  return orElements((found) => typeof found === "string" && expression.test(found));
}

export function equality(operand: unknown): LeafTest {
  if (operand === null || operand === undefined) return orElements((found) => found === null || found === undefined);
  if (typeof operand === "string") return orElements((found) => found === operand);
  return orElements((found) => found !== undefined && compareValues(found, operand) === 0);
}

export function membership(operands: unknown): LeafTest {
  if (!Array.isArray(operands)) throw new EngineError(2, "$in needs an array");
  const tests = operands.map((operand: unknown) => {
    if (isDocument(operand) && Object.keys(operand)[0]?.startsWith("$") === true) {
      throw new EngineError(2, "cannot nest $ under $in");
    }
    const equal = equality(operand);
    if (!(operand instanceof BSONRegExp)) return equal;
    const matches = regexTest(toRegExp(operand.pattern, operand.options));
    return (found: unknown, whole: boolean) => equal(found, whole) || matches(found, whole);
  });
  return (found, whole) => tests.some((test) => test(found, whole));
}

function typeNumber(type: unknown): number | "number" {
  if (type === "number") return type;
  const known = typeof type === "string" ? typeAliases[type] : isNumeric(type) ? toNumber(type) : undefined;
  if (known === undefined) throw new EngineError(2, `Unknown type name alias: ${String(type)}`);
  return known;
}

export function typeTest(operand: unknown): LeafTest {
  const types = (Array.isArray(operand) ? operand : [operand]).map(typeNumber);
  return orElements((found) => {
    if (found === undefined) return false;
    return types.some((type) => (type === "number" ? isNumeric(found) : type === bsonType(found)));
  });
}

export function sizeTest(operand: unknown): LeafTest {
  const size = isNumeric(operand) ? toNumber(operand) : Number.NaN;
  if (!Number.isInteger(size)) throw new EngineError(2, "Failed to parse $size. Expected an integer");
  if (size < 0) throw new EngineError(2, "Failed to parse $size. Expected a non-negative number");
  return (found) => Array.isArray(found) && found.length === size;
}

export function moduloTest(operand: unknown): LeafTest {
  const numbers = Array.isArray(operand)
    ? operand.map((one: unknown) => (isNumeric(one) ? Math.trunc(toNumber(one)) : NaN))
    : [];
  const [divisor = Number.NaN, remainder = Number.NaN] = numbers;
  if (numbers.length !== 2 || Number.isNaN(divisor) || Number.isNaN(remainder)) {
    throw new EngineError(2, "malformed mod, needs a divisor and a remainder");
  }
  if (divisor === 0) throw new EngineError(2, "divisor cannot be 0");
  return orElements((found) => isNumeric(found) && Math.trunc(toNumber(found)) % divisor === remainder);
}
