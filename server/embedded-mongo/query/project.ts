import { EngineError } from "../errors";
import type { Document } from "../values/decode";
import { isDocument, isNumeric, toNumber } from "../values/order";
import { splitPath, valueAtPath } from "../values/paths";
import { compileExpression, type Expression, type Variables } from "./expressions";
import type { Filter } from "./conditions";
import { compileFilter, valueTest, isOperatorDocument } from "./match";
import { matchedElement } from "./positional";

export type Projection = (document: Document, variables?: Variables) => Document;

/** Included or excluded fields, as a tree of their paths. */
type Tree = Map<string, Tree | true>;

type Replace = (document: Document, variables: Variables | undefined) => unknown;

interface Parsed {
  included: string[];
  excluded: string[];
  id: boolean | undefined;
  computed: { path: string; evaluate: Expression }[];
  /** `$slice`, `$elemMatch` and `$`: they replace the value of an array. */
  replaced: { path: string; replace: Replace; includes: boolean }[];
}

function addPath(tree: Tree, path: string): void {
  const parts = splitPath(path);
  const last = parts.at(-1) ?? "";
  let level = tree;
  for (const part of parts.slice(0, -1)) {
    const next: Tree | true = level.get(part) ?? new Map<string, Tree | true>();
    if (next === true) throw new EngineError(31250, `Path collision at ${path}`);
    level.set(part, next);
    level = next;
  }
  if (level.has(last)) throw new EngineError(31249, `Path collision at ${path}`);
  level.set(last, true);
}

function buildTree(paths: readonly string[]): Tree {
  const tree: Tree = new Map();
  for (const path of paths) addPath(tree, path);
  return tree;
}

function include(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => include(one, tree)).filter((one) => one !== undefined);
  if (!isDocument(value)) return undefined;
  const result: Document = {};
  for (const name of Object.keys(value)) {
    const branch = tree.get(name);
    const kept = branch === true ? value[name] : branch === undefined ? undefined : include(value[name], branch);
    if (kept !== undefined) result[name] = kept;
  }
  return result;
}

function exclude(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => exclude(one, tree));
  if (!isDocument(value)) return value;
  const result: Document = {};
  for (const name of Object.keys(value)) {
    const branch = tree.get(name);
    if (branch === true) continue;
    result[name] = branch === undefined ? value[name] : exclude(value[name], branch);
  }
  return result;
}

/** Sets a computed field, going into documents of arrays as `$project` and `$addFields` do. */
export function setComputed(target: Document, parts: readonly string[], value: unknown): void {
  const [part = "", ...rest] = parts;
  if (rest.length === 0) {
    if (value === undefined) Reflect.deleteProperty(target, part);
    else target[part] = value;
    return;
  }
  const next = target[part];
  if (Array.isArray(next)) {
    target[part] = next.map((element: unknown) => computedElement(element, rest, value));
    return;
  }
  const copy: Document = isDocument(next) ? { ...next } : {};
  setComputed(copy, rest, value);
  if (value !== undefined || isDocument(next)) target[part] = copy;
}

function computedElement(element: unknown, rest: readonly string[], value: unknown): unknown {
  if (Array.isArray(element)) return element.map((inner: unknown) => computedElement(inner, rest, value));
  const copy: Document = isDocument(element) ? { ...element } : {};
  setComputed(copy, rest, value);
  return copy;
}

function sliceOf(operand: unknown): (value: unknown) => unknown {
  const numbers = (Array.isArray(operand) ? operand : [operand]).map((one: unknown) =>
    isNumeric(one) ? toNumber(one) : Number.NaN,
  );
  const [first = 0, count] = numbers;
  if (numbers.some(Number.isNaN) || numbers.length > 2) throw new EngineError(28667, "Invalid $slice syntax");
  if (count !== undefined && count <= 0) throw new EngineError(28724, "$slice limit must be positive");
  return (value) => {
    if (!Array.isArray(value)) return value;
    const elements = value as unknown[];
    if (count === undefined) return first >= 0 ? elements.slice(0, first) : elements.slice(first);
    const start = first < 0 ? Math.max(0, elements.length + first) : first;
    return elements.slice(start, start + count);
  };
}

function firstElement(operand: unknown): (value: unknown) => unknown {
  if (!isDocument(operand)) throw new EngineError(2, "elemMatch: Invalid argument, object required");
  const test = isOperatorDocument(operand) ? valueTest(operand) : compileFilter(operand).test;
  return (value) => {
    const found: unknown = Array.isArray(value)
      ? value.find((one: unknown) => (isOperatorDocument(operand) || isDocument(one)) && test(one as Document))
      : undefined;
    return found === undefined ? undefined : [found];
  };
}

function addOperator(parsed: Parsed, path: string, value: Document): void {
  const parts = splitPath(path);
  const [operator, operand] = Object.entries(value)[0] ?? [];
  if (operator === "$elemMatch") {
    const pick = firstElement(operand);
    parsed.replaced.push({ path, includes: true, replace: (document) => pick(valueAtPath(document, parts)) });
  } else if (operator === "$slice" && !(Array.isArray(operand) && !operand.every(isNumeric))) {
    const pick = sliceOf(operand);
    parsed.replaced.push({ path, includes: false, replace: (document) => pick(valueAtPath(document, parts)) });
  } else parsed.computed.push({ path, evaluate: compileExpression(value) });
}

function addPositional(parsed: Parsed, path: string, filter: Filter | undefined): void {
  const array = path.slice(0, -2);
  const replace: Replace = (document) => {
    const value = valueAtPath(document, splitPath(array));
    if (!Array.isArray(value)) return value;
    const index = filter === undefined ? -1 : matchedElement(filter.condition, document, array);
    if (index < 0)
      throw new EngineError(51246, "Executor error during find command: positional operator '.$' element mismatch");
    return [value[index] as unknown];
  };
  parsed.replaced.push({ path: array, includes: true, replace });
}

interface Scope {
  filter: Filter | undefined;
  /** `find` knows `$slice`, `$elemMatch` and `$`; `$project` takes them as expressions. */
  isFind: boolean;
}

function parseField(parsed: Parsed, path: string, value: unknown, scope: Scope): void {
  const isFlag = typeof value === "boolean" || isNumeric(value);
  if (path === "_id" && isFlag) parsed.id = value === true || (isNumeric(value) && toNumber(value) !== 0);
  else if (scope.isFind && path.endsWith(".$")) addPositional(parsed, path, scope.filter);
  else if (isFlag)
    (value === false || (isNumeric(value) && toNumber(value) === 0) ? parsed.excluded : parsed.included).push(path);
  else if (isOperatorDocument(value)) {
    if (scope.isFind) addOperator(parsed, path, value);
    else parsed.computed.push({ path, evaluate: compileExpression(value) });
  } else if (isDocument(value)) {
    if (Object.keys(value).length === 0) throw new EngineError(51270, "An empty sub-projection is not a valid value.");
    for (const [name, inner] of Object.entries(value)) parseField(parsed, `${path}.${name}`, inner, scope);
  } else parsed.computed.push({ path, evaluate: compileExpression(value) });
}

function checkKinds(parsed: Parsed): void {
  const [excluded] = parsed.excluded;
  if (excluded === undefined) return;
  if (
    parsed.included.length + parsed.computed.length > 0 ||
    parsed.replaced.some((one) => one.includes && one.path.length > 0 && parsed.included.length > 0)
  ) {
    throw new EngineError(31254, `Cannot do exclusion on field ${excluded} in inclusion projection`);
  }
}

function basePart(parsed: Parsed): (document: Document) => Document {
  const positive =
    parsed.included.length + parsed.computed.length + parsed.replaced.filter((one) => one.includes).length;
  if (parsed.excluded.length === 0 && (positive > 0 || (parsed.id === true && parsed.replaced.length === 0))) {
    const id = parsed.id === false || parsed.included.includes("_id") ? [] : ["_id"];
    const sliced = parsed.replaced.map((one) => one.path);
    const tree = buildTree([...id, ...parsed.included, ...sliced.filter((path) => !parsed.included.includes(path))]);
    return (document) => include(document, tree) as Document;
  }
  const tree = buildTree([...(parsed.id === false ? ["_id"] : []), ...parsed.excluded]);
  return (document) => exclude(document, tree) as Document;
}

/** Compiles a projection of `find`, `findAndModify` or `$project`. */
export function compileProjection(specification: Document, scope: Scope): Projection {
  const parsed: Parsed = { included: [], excluded: [], id: undefined, computed: [], replaced: [] };
  for (const [path, value] of Object.entries(specification)) {
    if (path === "" || path.startsWith("$"))
      throw new EngineError(16410, `FieldPath field names may not start with '$'. Given '${path}'`);
    parseField(parsed, path, value, scope);
  }
  checkKinds(parsed);
  const base = basePart(parsed);
  const replaced = parsed.replaced.map((one) => ({ ...one, parts: splitPath(one.path) }));
  const computed = parsed.computed.map((one) => ({ ...one, parts: splitPath(one.path) }));
  return (document, variables) => {
    const result = base(document);
    for (const { parts, replace } of replaced) {
      const value = replace(document, variables);
      if (value !== undefined || valueAtPath(result, parts) !== undefined) setComputed(result, parts, value);
    }
    for (const { parts, evaluate } of computed) setComputed(result, parts, evaluate(document, variables));
    return result;
  };
}
