import { EngineError } from "../errors";
import type { Document } from "../values/decode";
import { encodeKey } from "../values/key";
import { compareValues, isDocument } from "../values/order";
import { compileAccumulator, type Accumulator, type Gathered } from "./accumulators";
import { compileExpression, type Expression } from "./expressions";
import { checkNames } from "./known-names";
import type { PipelineScope, Stage } from "./pipeline-scope";
import { splitPath } from "../values/paths";
import { setComputed } from "./project";

const groupMemory = 100 * 1024 * 1024;

interface Group {
  id: unknown;
  gathered: Gathered[];
}

function groupRows(
  rows: Iterable<Document>,
  grouping: { id: Expression; accumulators: readonly Accumulator[] },
  scope: PipelineScope,
): Group[] {
  const groups = new Map<string, Group>();
  let bytes = 0;
  const note = (more: number): void => {
    bytes += more;
    if (bytes > groupMemory) throw new EngineError(292, `$group exceeded the memory limit of ${groupMemory} bytes`);
  };
  for (const row of rows) {
    const id = grouping.id(row, scope.variables);
    const key = encodeKey([id], [1]).toString("latin1");
    let group = groups.get(key);
    if (group === undefined) {
      group = { id, gathered: grouping.accumulators.map((one) => one.make(note)) };
      groups.set(key, group);
      note(key.length + 200);
    }
    for (const [index, one] of grouping.accumulators.entries()) {
      group.gathered[index]?.add(one.evaluate(row, scope.variables));
    }
  }
  return [...groups.values()];
}

function toDocument(group: Group, accumulators: readonly Accumulator[]): Document {
  const document: Document = { _id: group.id ?? null };
  for (const [index, one] of accumulators.entries()) document[one.name] = group.gathered[index]?.result();
  return document;
}

/** `$group`. Groups come in the order in which they are first met. */
export function compileGroup(specification: unknown, scope: PipelineScope): Stage {
  if (!isDocument(specification)) throw new EngineError(15947, "a group's fields must be specified in an object");
  if (!("_id" in specification)) throw new EngineError(15955, "a group specification must include an _id");
  const { _id, ...fields } = specification;
  const accumulators = Object.entries(fields).map(([name, one]) => compileAccumulator(name, one));
  const id = compileExpression(_id);
  return function* (rows) {
    for (const group of groupRows(rows, { id, accumulators }, scope)) yield toDocument(group, accumulators);
  };
}

/** `$sortByCount`: groups and their sizes, the largest first. */
export function compileSortByCount(expression: unknown, scope: PipelineScope): Stage {
  const group = compileGroup({ _id: expression, count: { $sum: 1 } }, scope);
  return function* (rows) {
    yield* [...group(rows)].sort((a, b) => Number(b["count"]) - Number(a["count"]));
  };
}

/** `$count`: one document, or none when there is nothing to count. */
export function compileCount(name: unknown): Stage {
  if (typeof name !== "string" || name === "" || name.startsWith("$") || name.includes(".")) {
    throw new EngineError(40156, "the count field must be a non-empty string, without '$' in front and without '.'");
  }
  return function* (rows) {
    let count = 0;
    for (const _row of rows) count += 1;
    if (count > 0) yield { [name]: count };
  };
}

/** `$bucket`: groups by the boundaries that values fall between. */
export function compileBucket(specification: unknown, scope: PipelineScope): Stage {
  if (!isDocument(specification)) throw new EngineError(40201, "Argument to $bucket stage must be an object");
  checkNames("$bucket", specification, ["groupBy", "boundaries", "default", "output"]);
  const boundaries = specification["boundaries"];
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw new EngineError(40192, "The $bucket 'boundaries' field must have at least 2 values");
  const ascending = boundaries.every(
    (value: unknown, index) => index === 0 || compareValues(boundaries[index - 1], value) < 0,
  );
  if (!ascending) throw new EngineError(40194, "The 'boundaries' option to $bucket must be sorted in ascending order");
  const groupBy = compileExpression(specification["groupBy"]);
  const fallback = specification["default"];
  const output = isDocument(specification["output"]) ? specification["output"] : { count: { $sum: 1 } };
  const accumulators = Object.entries(output).map(([name, one]) => compileAccumulator(name, one));
  const id: Expression = (row, variables) => {
    const value = groupBy(row, variables);
    const place = boundaries.findIndex((limit: unknown) => compareValues(value, limit) < 0);
    if (place > 0) return boundaries[place - 1] as unknown;
    if (fallback === undefined)
      throw new EngineError(
        40066,
        "$switch could not find a matching branch for an input, and no default was specified.",
      );
    return fallback;
  };
  return function* (rows) {
    const groups = groupRows(rows, { id, accumulators }, scope).sort((a, b) => compareValues(a.id, b.id));
    for (const group of groups) yield toDocument(group, accumulators);
  };
}

interface Unwind {
  path: string;
  index: string | undefined;
  keepEmpty: boolean;
}

function readUnwind(specification: unknown): Unwind {
  const options: Document = isDocument(specification) ? specification : { path: specification };
  checkNames("$unwind", options, ["path", "includeArrayIndex", "preserveNullAndEmptyArrays"]);
  const path = options["path"];
  if (typeof path !== "string" || !path.startsWith("$"))
    throw new EngineError(28818, "path option to $unwind stage should be prefixed with a '$'");
  const index = options["includeArrayIndex"];
  return {
    path: path.slice(1),
    index: typeof index === "string" ? index : undefined,
    keepEmpty: options["preserveNullAndEmptyArrays"] === true,
  };
}

/** `$unwind`: one document for each element of an array. */
export function compileUnwind(specification: unknown): Stage {
  const { path, index, keepEmpty } = readUnwind(specification);
  const evaluate = compileExpression(`$${path}`);
  const parts = splitPath(path);
  const make = (row: Document, value: unknown, place: number | null): Document => {
    const copy = { ...row };
    setComputed(copy, parts, value);
    if (index !== undefined) setComputed(copy, splitPath(index), place);
    return copy;
  };
  return function* (rows) {
    for (const row of rows) {
      const value = evaluate(row);
      if (Array.isArray(value) && value.length > 0) {
        for (const [place, element] of value.entries()) yield make(row, element, place);
      } else if (keepEmpty) yield make(row, Array.isArray(value) ? undefined : value, null);
      else if (!Array.isArray(value) && value !== null && value !== undefined) yield make(row, value, null);
    }
  };
}
