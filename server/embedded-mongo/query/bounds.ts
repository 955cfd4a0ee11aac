import { BSONRegExp } from "bson";
import type { IndexDefinition } from "../store/catalog";
import { afterPrefix } from "../store/environment";
import { coverBox } from "../store/geo-cells";
import type { KeyRange } from "../store/scan";
import { encodeKey } from "../values/key";
import { isDocument, placeOf, typePlace } from "../values/order";
import { isIndex } from "../values/paths";
import type { Condition, FieldCondition } from "./conditions";
import { compileFilter, isOperatorDocument } from "./match";
import { readRegion } from "./match-geo";

/** Conditions that must all hold, by path. */
export type Conjuncts = ReadonlyMap<string, readonly FieldCondition[]>;

/** Where the entries of one field lie: single values, or one stretch of values. */
interface Bounds {
  points: Buffer[] | undefined;
  stretch: KeyRange | undefined;
}

const mostPoints = 2000;

/** Opens nested `$and`s into one list. */
export function flatten(condition: Condition): Condition[] {
  return condition.kind === "and" ? condition.children.flatMap(flatten) : [condition];
}

function fromElementMatch(condition: FieldCondition): FieldCondition[] {
  const { operand, path } = condition;
  if (condition.operator !== "$elemMatch" || !isDocument(operand) || isOperatorDocument(operand)) return [];
  return flatten(compileFilter(operand).condition)
    .filter((inner) => inner.kind === "field")
    .map((inner) => ({ ...inner, path: `${path}.${inner.path}` }));
}

export function groupByPath(conditions: readonly Condition[]): Conjuncts {
  const groups = new Map<string, FieldCondition[]>();
  for (const condition of conditions) {
    if (condition.kind !== "field") continue;
    for (const one of [condition, ...fromElementMatch(condition)]) {
      groups.set(one.path, [...(groups.get(one.path) ?? []), one]);
    }
  }
  return groups;
}

function isPoint(value: unknown): boolean {
  return !Array.isArray(value) && !(value instanceof BSONRegExp);
}

function encodePoint(value: unknown): Buffer {
  return encodeKey([value ?? null], [1]);
}

function pointsOf(condition: FieldCondition): Buffer[] | undefined {
  const { operator, operand } = condition;
  if (operator === "$eq" && isPoint(operand)) return [encodePoint(operand)];
  // What is absent stands in an index as null.
  if (operator === "$exists" && operand === false) return [encodePoint(null)];
  if (operator !== "$in" || !Array.isArray(operand) || !operand.every(isPoint)) return undefined;
  const keys = operand.map(encodePoint).sort((a, b) => Buffer.compare(a, b));
  return keys.filter((key, index) => index === 0 || keys[index - 1]?.equals(key) === false);
}

function regexStretch(expression: unknown): KeyRange | undefined {
  if (!(expression instanceof BSONRegExp) || expression.options.replace("s", "") !== "") return undefined;
  const literal = /^\^([\p{L}\p{N} _:/@-]+)/u.exec(expression.pattern)?.[1] ?? "";
  const next = expression.pattern[literal.length + 1] ?? "";
  const prefix = "*?{".includes(next) && next !== "" ? literal.slice(0, -1) : literal;
  if (prefix === "" || expression.pattern.includes("|")) return undefined;
  const start = encodePoint(prefix).subarray(0, -2);
  return { start, end: afterPrefix(start) };
}

function stretchOf(condition: FieldCondition): KeyRange | undefined {
  const { operator, operand } = condition;
  if (operator === "$regex") return regexStretch(operand);
  if (!["$gt", "$gte", "$lt", "$lte"].includes(operator) || !isPoint(operand)) return undefined;
  const place = placeOf(operand);
  if (place === typePlace.minKey || place === typePlace.maxKey) return undefined;
  const key = encodePoint(operand);
  const whole = { start: Buffer.from([place]), end: Buffer.from([place + 1]) };
  if (operator === "$gt") return { ...whole, start: afterPrefix(key) };
  if (operator === "$gte") return { ...whole, start: key };
  return { ...whole, end: operator === "$lt" ? key : afterPrefix(key) };
}

function intersect(stretches: readonly KeyRange[]): KeyRange | undefined {
  return stretches.reduce<KeyRange | undefined>((joined, one) => {
    if (joined === undefined) return one;
    return {
      start: Buffer.compare(joined.start, one.start) > 0 ? joined.start : one.start,
      end: Buffer.compare(joined.end, one.end) < 0 ? joined.end : one.end,
    };
  }, undefined);
}

/** Several ranges on a field that holds arrays may be met by different elements, so only one of them is used there. */
function boundsOf(conditions: readonly FieldCondition[], multikey: boolean): Bounds | undefined {
  for (const condition of [...conditions].sort((a, b) => a.operator.localeCompare(b.operator))) {
    const points = pointsOf(condition);
    if (points !== undefined && points.length <= mostPoints) return { points, stretch: undefined };
  }
  const stretches = conditions.map(stretchOf).filter((stretch) => stretch !== undefined);
  const stretch = multikey ? stretches[0] : intersect(stretches);
  return stretch === undefined ? undefined : { points: undefined, stretch };
}

function inverted(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => ~byte));
}

/** In a descending field the bytes are inverted, and with them the stretch. */
function directed(stretch: KeyRange, direction: number): KeyRange {
  if (direction === 1) return stretch;
  return { start: afterPrefix(inverted(stretch.end)), end: afterPrefix(inverted(stretch.start)) };
}

/** What an index can do for a filter. */
export interface IndexBounds {
  ranges: KeyRange[];
  /** Fields fixed to one value each. */
  fixed: ReadonlySet<string>;
  pointFields: number;
  hasStretch: boolean;
  /** Every field of the index is a point: each range is one whole key. */
  exact: boolean;
}

function wholeOf(prefix: Buffer): KeyRange {
  return { start: prefix, end: afterPrefix(prefix) };
}

function narrow(prefix: Buffer, stretch: KeyRange): KeyRange {
  return { start: Buffer.concat([prefix, stretch.start]), end: Buffer.concat([prefix, stretch.end]) };
}

/** The stretches of an index that hold every entry a filter can match. Of a path such as `a.0` an index cannot tell. */
export function indexBounds(index: IndexDefinition, conjuncts: Conjuncts): IndexBounds {
  let prefixes = [index.prefix];
  let usedMultikey = false;
  const fixed = new Set<string>();
  const result = { pointFields: 0, hasStretch: false, exact: false };
  for (const [position, field] of index.fields.entries()) {
    const multikey = index.multikey.has(position);
    const unused = (multikey && usedMultikey) || field.parts.some(isIndex);
    const bounds = unused ? undefined : boundsOf(conjuncts.get(field.path) ?? [], multikey);
    if (bounds === undefined) break;
    usedMultikey ||= multikey;
    if (bounds.stretch !== undefined) {
      const stretch = directed(bounds.stretch, field.direction);
      const ranges = prefixes.map((prefix) => narrow(prefix, stretch)).filter(isNotEmpty);
      return { ...result, ranges, fixed, hasStretch: true };
    }
    const points = (bounds.points ?? []).map((key) => (field.direction === 1 ? key : inverted(key)));
    if (prefixes.length * points.length > mostPoints) break;
    if (points.length === 1 && !multikey) fixed.add(field.path);
    prefixes = prefixes.flatMap((prefix) => points.map((point) => Buffer.concat([prefix, point])));
    result.pointFields += 1;
  }
  const exact = result.pointFields === index.fields.length;
  return { ...result, exact, ranges: prefixes.sort((a, b) => Buffer.compare(a, b)).map(wholeOf), fixed };
}

function isNotEmpty(range: KeyRange): boolean {
  return Buffer.compare(range.start, range.end) < 0;
}

/** The stretches of a 2dsphere index that cover a `$geoWithin`. */
export function geoRanges(index: IndexDefinition, conjuncts: Conjuncts): KeyRange[] | undefined {
  const conditions = conjuncts.get(index.fields[0]?.path ?? "") ?? [];
  const within = conditions.find((condition) => condition.operator === "$geoWithin");
  const region = within === undefined ? undefined : readRegion(within.operand);
  if (region === undefined || !region.onSphere) return undefined;
  return coverBox(region.box).map((cells) => ({
    start: Buffer.concat([index.prefix, cells.start]),
    end: afterPrefix(Buffer.concat([index.prefix, cells.end])),
  }));
}
