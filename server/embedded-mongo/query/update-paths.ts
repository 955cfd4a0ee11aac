import { EngineError } from "../errors";
import type { Document } from "../values/decode";
import { isDocument } from "../values/order";
import { fieldOf, isIndex } from "../values/paths";

/** What the placeholders of an update's paths stand for. */
export interface Placeholders {
  /** The element the query matched in the array at a path; -1 when none. */
  matched: (path: string) => number;
  filters: ReadonlyMap<string, (element: unknown) => boolean>;
}

const longestArray = 1_500_000;

function elementsOf(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new EngineError(2, `The path '${path.join(".")}' must exist in the document in order to apply array updates.`);
}

function indexesFor(part: string, value: unknown, path: readonly string[], placeholders: Placeholders): number[] {
  if (part === "$") {
    const index = placeholders.matched(path.join("."));
    if (index < 0) throw new EngineError(2, "The positional operator did not find the match needed from the query.");
    return [index];
  }
  const elements = elementsOf(value, path);
  if (part === "$[]") return elements.map((_, index) => index);
  const identifier = part.slice(2, -1);
  const test = placeholders.filters.get(identifier);
  if (test === undefined)
    throw new EngineError(2, `No array filter found for identifier '${identifier}' in path '${path.join(".")}'`);
  return elements.flatMap((element, index) => (test(element) ? [index] : []));
}

/** Replaces `$`, `$[]` and `$[name]` by indexes: one path becomes the paths it stands for in this document. */
export function concretePaths(document: Document, parts: readonly string[], placeholders: Placeholders): string[][] {
  const at = parts.findIndex((part) => part.startsWith("$"));
  if (at < 0) return [[...parts]];
  const before = parts.slice(0, at);
  const value = before.reduce<unknown>((current, part) => childOf(current, part), document);
  return indexesFor(parts[at] ?? "", value, before, placeholders).flatMap((index) =>
    concretePaths(document, [...before, String(index), ...parts.slice(at + 1)], placeholders),
  );
}

function childOf(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return isIndex(part) ? (value[Number(part)] as unknown) : undefined;
  return isDocument(value) ? fieldOf(value, part) : undefined;
}

/** The value at a concrete path. */
export function readPath(document: Document, parts: readonly string[]): unknown {
  return parts.reduce<unknown>((current, part) => childOf(current, part), document);
}

function notViable(part: string, parent: unknown, parts: readonly string[]): EngineError {
  const shown = Array.isArray(parent) ? "an array" : "a value that is not a document";
  return new EngineError(28, `Cannot create field '${part}' in element {${parts.join(".")}}: it is ${shown}`);
}

function put(parent: unknown, part: string, value: unknown, parts: readonly string[]): void {
  if (Array.isArray(parent)) {
    if (!isIndex(part)) throw notViable(part, parent, parts);
    const index = Number(part);
    if (index > longestArray) throw new EngineError(2, `can't backfill array to larger than ${longestArray} elements`);
    while (parent.length < index) parent.push(null);
    parent[index] = value;
  } else if (isDocument(parent)) {
    if (part === "__proto__") throw new EngineError(2, "the field name __proto__ cannot be written by an update");
    parent[part] = value;
  } else throw notViable(part, parent, parts);
}

/** Throws PathNotViable (28) when something on the way is neither a document nor, for an index, an array. */
export function checkViable(document: Document, parts: readonly string[]): void {
  let parent: unknown = document;
  for (const part of parts) {
    if (parent === undefined) return;
    if (!isDocument(parent) && !(Array.isArray(parent) && isIndex(part))) throw notViable(part, parent, parts);
    parent = childOf(parent, part);
  }
}

/** Writes a value, making the documents on the way that are missing. */
export function writePath(document: Document, parts: readonly string[], value: unknown): void {
  let parent: unknown = document;
  for (const part of parts.slice(0, -1)) {
    let child = childOf(parent, part);
    if (child === undefined) {
      child = {};
      put(parent, part, child, parts);
    }
    parent = child;
  }
  put(parent, parts.at(-1) ?? "", value, parts);
}

/** Removes a field; an element of an array becomes null. */
export function removePath(document: Document, parts: readonly string[]): void {
  const parent = parts.slice(0, -1).reduce<unknown>((current, part) => childOf(current, part), document);
  const last = parts.at(-1) ?? "";
  if (Array.isArray(parent)) {
    if (isIndex(last) && Number(last) < parent.length) parent[Number(last)] = null;
  } else if (isDocument(parent)) Reflect.deleteProperty(parent, last);
}
