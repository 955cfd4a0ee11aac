import { EngineError, unsupported } from "../errors";
import { Timestamp } from "bson";
import type { Document } from "../values/decode";
import { compareStrings, compareValues, isDocument } from "../values/order";
import { splitPath } from "../values/paths";
import * as arrays from "./update-arrays";
import type { Filter } from "./conditions";
import { compileFilter } from "./match";
import { matchedElement } from "./positional";
import { calculate } from "./update-numbers";
import { checkViable, concretePaths, readPath, removePath, writePath, type Placeholders } from "./update-paths";
import { compileUpdatePipeline } from "./update-pipeline";

export interface UpdateContext {
  /** The filter that found the document, for `$`. */
  filter: Filter;
  /** True while an upsert makes a new document. */
  inserting: boolean;
}

/** Changes a freshly decoded document in place, or answers with the one that replaces it. */
export type Update = (document: Document, context: UpdateContext) => Document;

interface Operation {
  operator: string;
  path: string;
  parts: readonly string[];
  operand: unknown;
}

const operators = new Set([
  "$set", "$unset", "$inc", "$mul", "$min", "$max", "$rename", "$currentDate", "$setOnInsert",
  "$push", "$pull", "$pullAll", "$addToSet", "$pop",
]); // prettier-ignore

function checkPath(operator: string, path: string): void {
  if (path === "" || path.split(".").includes("")) {
    throw new EngineError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  }
  const first = splitPath(path)[0] ?? "";
  if (first.startsWith("$"))
    throw new EngineError(52, `The dollar ($) prefixed field '${first}' in '${path}' is not valid for ${operator}.`);
}

function readOperations(update: Document): Operation[] {
  const operations: Operation[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    if (operator === "$bit") throw unsupported("the update operator $bit");
    if (!operators.has(operator))
      throw new EngineError(
        9,
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update`,
      );
    if (!isDocument(fields))
      throw new EngineError(9, `Modifiers operate on fields but we found another type for ${operator}`);
    for (const [path, operand] of Object.entries(fields)) {
      checkPath(operator, path);
      operations.push({ operator, path, parts: splitPath(path), operand });
      if (operator === "$rename") operations.push(...renameTarget(path, operand));
    }
  }
  return operations.sort((a, b) => compareStrings(a.path, b.path));
}

/** The new name of a `$rename` takes part in the check for conflicts. */
function renameTarget(path: string, operand: unknown): Operation[] {
  if (typeof operand !== "string") throw new EngineError(2, `The 'to' field for $rename must be a string: ${path}`);
  checkPath("$rename", operand);
  if (operand === path) throw new EngineError(2, `The source and target field for $rename must differ: ${path}`);
  return [{ operator: "", path: operand, parts: splitPath(operand), operand: undefined }];
}

function checkConflicts(operations: readonly Operation[]): void {
  for (const [index, operation] of operations.entries()) {
    for (const other of operations.slice(index + 1)) {
      if (other.path !== operation.path && !other.path.startsWith(`${operation.path}.`)) continue;
      const message = `Updating the path '${other.path}' would create a conflict at '${operation.path}'`;
      throw new EngineError(40, message);
    }
  }
}

function currentDate(path: string, operand: unknown): unknown {
  const type = isDocument(operand) ? operand["$type"] : operand === true ? "date" : undefined;
  if (type === "date") return new Date();
  if (type === "timestamp") return new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 });
  throw new EngineError(2, `${path}: $currentDate takes true, { $type: 'date' } or { $type: 'timestamp' }`);
}

function nextValue({ operator, path, operand }: Operation, current: unknown): unknown {
  switch (operator) {
    case "$set":
    case "$setOnInsert":
      return operand;
    case "$inc":
      return calculate(operator, path, current, operand);
    case "$mul":
      return calculate(operator, path, current, operand);
    case "$min":
      return current === undefined || compareValues(operand, current) < 0 ? operand : current;
    case "$max":
      return current === undefined || compareValues(operand, current) > 0 ? operand : current;
    case "$currentDate":
      return currentDate(path, operand);
    case "$push":
      return arrays.push(path, current, operand);
    case "$addToSet":
      return arrays.addToSet(path, current, operand);
    case "$pull":
      return current === undefined ? undefined : arrays.pull(path, current, operand);
    case "$pullAll":
      return current === undefined ? undefined : arrays.pullAll(path, current, operand);
    default:
      return current === undefined ? undefined : arrays.pop(path, current, operand);
  }
}

function rename(document: Document, parts: readonly string[], target: unknown): void {
  const value = readPath(document, parts);
  if (value === undefined) return;
  const renamed = splitPath(String(target));
  for (const path of [parts, renamed]) checkNoArray(document, path);
  removePath(document, parts);
  writePath(document, renamed, value);
}

function checkNoArray(document: Document, parts: readonly string[]): void {
  const ends = parts.map((_, index) => parts.slice(0, index));
  if (!ends.some((end) => Array.isArray(readPath(document, end)))) return;
  throw new EngineError(2, `The field of a $rename cannot be an array element, '${parts.join(".")}' is one`);
}

function applyOperation(document: Document, operation: Operation, placeholders: Placeholders): void {
  for (const parts of concretePaths(document, operation.parts, placeholders)) {
    if (operation.operator === "$unset") removePath(document, parts);
    else if (operation.operator === "$rename") rename(document, parts, operation.operand);
    else {
      const value = nextValue(operation, readPath(document, parts));
      if (value === undefined) checkViable(document, parts);
      else writePath(document, parts, structuredCopy(value));
    }
  }
}

/** Two updated documents must not share a value that a later operator changes in place. */
function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (!isDocument(value)) return value;
  const copy: Document = {};
  for (const name of Object.keys(value)) copy[name] = structuredCopy(value[name]);
  return copy;
}

function readArrayFilters(filters: readonly Document[], operations: readonly Operation[]): Placeholders["filters"] {
  const tests = new Map<string, (element: unknown) => boolean>();
  for (const filter of filters) {
    const name = identifierOf(filter);
    if (tests.has(name))
      throw new EngineError(9, `Found multiple array filters with the same top-level field name ${name}`);
    const { test } = compileFilter(filter);
    tests.set(name, (element) => test({ [name]: element }));
    if (!operations.some((operation) => operation.parts.includes(`$[${name}]`))) {
      throw new EngineError(9, `The array filter for identifier '${name}' was not used in the update`);
    }
  }
  return tests;
}

function identifierOf(filter: Document): string {
  const [name, value] = Object.entries(filter)[0] ?? [];
  if (name === undefined)
    throw new EngineError(9, "Cannot use an expression without a top-level field name in arrayFilters");
  const [clause] = name.startsWith("$") && Array.isArray(value) ? (value as unknown[]) : [];
  return isDocument(clause) ? identifierOf(clause) : (splitPath(name)[0] ?? "");
}

function compileOperators(update: Document, arrayFilters: readonly Document[]): Update {
  const operations = readOperations(update);
  checkConflicts(operations);
  const filters = readArrayFilters(arrayFilters, operations);
  return (document, { filter, inserting }) => {
    const original = structuredCopy(document) as Document;
    const placeholders = {
      filters,
      matched: (path: string) => (inserting ? -1 : matchedElement(filter.condition, original, path)),
    };
    for (const operation of operations) {
      if (operation.operator === "" || (operation.operator === "$setOnInsert" && !inserting)) continue;
      applyOperation(document, operation, placeholders);
    }
    return document;
  };
}

function compileReplacement(replacement: Document): Update {
  const strange = Object.keys(replacement).find((name) => name.startsWith("$"));
  if (strange !== undefined)
    throw new EngineError(52, `The dollar ($) prefixed field '${strange}' is not allowed in a replacement`);
  return (document) => {
    const id = replacement["_id"] ?? document["_id"];
    return id === undefined ? { ...replacement } : { _id: id, ...replacement };
  };
}

export interface CompiledUpdate {
  apply: Update;
  isReplacement: boolean;
}

/** Compiles the three forms of an update: operators, a replacement, a pipeline. */
export function compileUpdate(update: unknown, arrayFilters: readonly Document[]): CompiledUpdate {
  if (Array.isArray(update)) {
    if (arrayFilters.length > 0)
      throw new EngineError(9, "arrayFilters may not be specified for pipeline-style updates");
    return { apply: compileUpdatePipeline(update), isReplacement: false };
  }
  if (!isDocument(update)) throw new EngineError(9, "Update argument must be either an object or an array");
  const first = Object.keys(update)[0];
  if (first?.startsWith("$") === true) return { apply: compileOperators(update, arrayFilters), isReplacement: false };
  if (arrayFilters.length > 0) throw new EngineError(9, "arrayFilters may not be specified for a replacement");
  return { apply: compileReplacement(update), isReplacement: true };
}
