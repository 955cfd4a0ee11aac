import { Binary, BSONRegExp, Code, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from "bson";
import { compareExact, exactDecimal, exactDouble, exactInteger, type ExactDecimal } from "./decimal";
import type { Document } from "./decode";

/** The places of BSON's types in MongoDB's order of comparison; they are also the first byte of an index key. */
export const typePlace = {
  minKey: 0x0a,
  emptyArray: 0x0f,
  null: 0x14,
  number: 0x1e,
  string: 0x3c,
  document: 0x46,
  array: 0x50,
  binary: 0x5a,
  objectId: 0x64,
  boolean: 0x6e,
  date: 0x78,
  timestamp: 0x82,
  regex: 0x8c,
  code: 0x96,
  maxKey: 0xf0,
} as const;

/** What an empty array is to an index: it sorts before null. */
export const emptyArrayMark = Symbol("empty array");

export function isDocument(value: unknown): value is Document {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export function isNumeric(value: unknown): value is number | Double | Int32 | Long | Decimal128 {
  if (typeof value === "number") return true;
  if (typeof value !== "object" || value === null) return false;
  if (value instanceof Double || value instanceof Int32 || value instanceof Decimal128) return true;
  return value instanceof Long && !(value instanceof Timestamp);
}

/** The place of a value's type in MongoDB's order. A missing value counts as null. */
export function placeOf(value: unknown): number {
  switch (typeof value) {
    case "number":
      return typePlace.number;
    case "string":
      return typePlace.string;
    case "boolean":
      return typePlace.boolean;
    case "undefined":
      return typePlace.null;
    case "symbol":
      return typePlace.emptyArray;
    default:
      return value === null ? typePlace.null : placeOfObject(value);
  }
}

function placeOfObject(value: unknown): number {
  if (value instanceof ObjectId) return typePlace.objectId;
  if (value instanceof Date) return typePlace.date;
  if (Array.isArray(value)) return typePlace.array;
  if (isDocument(value)) return typePlace.document;
  if (value instanceof Timestamp) return typePlace.timestamp;
  if (isNumeric(value)) return typePlace.number;
  if (value instanceof Binary) return typePlace.binary;
  if (value instanceof BSONRegExp) return typePlace.regex;
  if (value instanceof MinKey) return typePlace.minKey;
  if (value instanceof MaxKey) return typePlace.maxKey;
  if (value instanceof Code) return typePlace.code;
  return typePlace.document;
}

/** The nearest double of any numeric value. */
export function toNumber(value: number | Double | Int32 | Long | Decimal128): number {
  if (typeof value === "number") return value;
  if (value instanceof Double || value instanceof Int32) return value.value;
  if (value instanceof Long) return value.toNumber();
  return Number(value.toString());
}

/** The exact value where a double cannot hold it, otherwise undefined. */
export function exactBeyondDouble(value: unknown): ExactDecimal | undefined {
  if (value instanceof Long) {
    const nearest = value.toNumber();
    return Number.isSafeInteger(nearest) ? undefined : exactInteger(value.toBigInt());
  }
  if (!(value instanceof Decimal128)) return undefined;
  const text = value.toString();
  return /\d/.test(text) ? exactDecimal(value) : undefined;
}

function compareNumbers(a: unknown, b: unknown): number {
  if (!isNumeric(a) || !isNumeric(b)) return 0;
  const left = toNumber(a);
  const right = toNumber(b);
  if (left < right) return -1;
  if (left > right) return 1;
  if (left !== right) return Number(Number.isNaN(right)) - Number(Number.isNaN(left));
  const exactLeft = exactBeyondDouble(a);
  const exactRight = exactBeyondDouble(b);
  if (exactLeft === undefined && exactRight === undefined) return 0;
  if (!Number.isFinite(left)) return compareOverflow(exactLeft, exactRight, left);
  return compareExact(exactLeft ?? exactDouble(left), exactRight ?? exactDouble(right));
}

function compareOverflow(a: ExactDecimal | undefined, b: ExactDecimal | undefined, infinity: number): number {
  if (a !== undefined && b !== undefined) return compareExact(a, b);
  return a === undefined ? Math.sign(infinity) : -Math.sign(infinity);
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** Strings in the order of their UTF-8 bytes. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left === right) continue;
    if (isSurrogate(left) !== isSurrogate(right)) return isSurrogate(left) ? 1 : -1;
    return left - right;
  }
  return a.length - b.length;
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const order = compareValues(a[index], b[index]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function presentFields(document: Document): string[] {
  return Object.keys(document).filter((name) => document[name] !== undefined);
}

function compareDocuments(a: Document, b: Document): number {
  const left = presentFields(a);
  const right = presentFields(b);
  for (const [index, name] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order =
      placeOf(a[name]) - placeOf(b[other]) || compareStrings(name, other) || compareValues(a[name], b[other]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareBinaries(a: Binary, b: Binary): number {
  const left = a.value();
  const right = b.value();
  return left.length - right.length || a.sub_type - b.sub_type || Buffer.compare(left, right);
}

function compareObjects(a: unknown, b: unknown): number {
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  if (a instanceof Timestamp && b instanceof Timestamp) return a.compare(b);
  if (a instanceof Binary && b instanceof Binary) return compareBinaries(a, b);
  if (a instanceof BSONRegExp && b instanceof BSONRegExp) {
    return compareStrings(a.pattern, b.pattern) || compareStrings(a.options, b.options);
  }
  if (a instanceof Code && b instanceof Code) return compareStrings(a.code, b.code);
  if (isDocument(a) && isDocument(b)) return compareDocuments(a, b);
  return 0;
}

/** MongoDB's order of any two values: by type, then by value. Negative, zero or positive. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === "string" && typeof b === "string") return compareStrings(a, b);
  const place = placeOf(a);
  const difference = place - placeOf(b);
  if (difference !== 0) return difference;
  if (place === typePlace.number) return compareNumbers(a, b);
  if (place === typePlace.boolean) return Number(a) - Number(b);
  return compareObjects(a, b);
}
