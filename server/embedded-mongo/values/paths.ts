import { isDocument } from "./order";

const digits = /^(0|[1-9]\d*)$/;
const splitPaths = new Map<string, readonly string[]>();

/** A field of an index or of a sort: its path, and 1 or -1. */
export interface OrderedField {
  path: string;
  parts: readonly string[];
  direction: number;
}

/** The parts of a dotted path. */
export function splitPath(path: string): readonly string[] {
  let parts = splitPaths.get(path);
  if (parts === undefined) {
    parts = path.split(".");
    if (splitPaths.size < 10_000) splitPaths.set(path, parts);
  }
  return parts;
}

export function isIndex(part: string): boolean {
  return digits.test(part);
}

/** A field of a document's own, never one of its prototype. */
export function fieldOf(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** Told each value; `whole` when an array found there is not to be opened, as after an index such as `a.0`. */
export type Visit = (found: unknown, whole: boolean) => boolean;

/**
 * Visits every value a path reaches, going through arrays of documents on the way as MongoDB does. `undefined` stands for
 * a missing field. Stops and answers true as soon as the visitor does.
 */
export function someAtPath(value: unknown, parts: readonly string[], visit: Visit, depth = 0): boolean {
  const part = parts[depth];
  if (part === undefined) return visit(value, false);
  if (Array.isArray(value)) return someInArray(value, parts, visit, depth);
  if (!isDocument(value)) return visit(undefined, false);
  const next = fieldOf(value, part);
  return next === undefined ? visit(undefined, false) : someAtPath(next, parts, visit, depth + 1);
}

function someInArray(values: readonly unknown[], parts: readonly string[], visit: Visit, depth: number): boolean {
  const part = parts[depth] ?? "";
  const element: unknown = isIndex(part) ? values[Number(part)] : undefined;
  if (element !== undefined) {
    const isLast = depth + 1 === parts.length;
    if (isLast && visit(element, true)) return true;
    const goesOn = !isLast && (Array.isArray(element) || isDocument(element));
    if (goesOn && someAtPath(element, parts, visit, depth + 1)) return true;
  }
  return values.some((one) => isDocument(one) && someAtPath(one, parts, visit, depth));
}

/** What an aggregation expression sees at a path: arrays of documents become arrays of their fields. */
export function valueAtPath(value: unknown, parts: readonly string[], depth = 0): unknown {
  const part = parts[depth];
  if (part === undefined) return value;
  if (Array.isArray(value)) {
    const documents = value.filter(isDocument);
    return documents.map((element) => valueAtPath(element, parts, depth)).filter((element) => element !== undefined);
  }
  return isDocument(value) ? valueAtPath(fieldOf(value, part), parts, depth + 1) : undefined;
}
