import { EngineError, unsupported } from "../errors";
import type { Collection } from "../store/catalog";
import type { OrderedField } from "../values/paths";
import { decode, type Document } from "../values/decode";
import { isDocument } from "../values/order";
import { readInteger } from "../values/whole-number";
import { findMatches, rowsToSort } from "./execute";
import { readGeoNear, type GeoNear } from "./geo-near";
import type { Filter } from "./conditions";
import { checkNames } from "./known-names";
import { compileFilter } from "./match";
import type { PipelineScope, Stage } from "./pipeline-scope";
import { planQuery, type Plan } from "./plan";
import { compileProjection } from "./project";
import { readSort, sortRows } from "./sort";
import { compileAddFields, compileReplaceRoot, compileUnset } from "./stages-fields";
import { compileBucket, compileCount, compileGroup, compileSortByCount, compileUnwind } from "./stages-group";
import { limited, sampled, skipped, sorted, sortedAmongEquals } from "./stages-rows";
import { compileLookup, compileUnionWith } from "./stages-join";

const notSupported = new Set(
  (
    "$bucketAuto $changeStream $collStats $currentOp $densify $documents $fill $graphLookup $indexStats $listLocalSessions " +
    "$listSessions $merge $out $planCacheStats $redact $search $searchMeta $setWindowFields $vectorSearch"
  ).split(" "),
);

const notInFacet = new Set(["$facet", "$geoNear"]);

function positive(name: string, value: unknown, least: number): number {
  const number = readInteger(`the argument of ${name}`, value);
  if (number < least) throw new EngineError(15958, `the argument of ${name} must be at least ${least}`);
  return number;
}

function readSample(operand: unknown): number {
  if (!isDocument(operand)) throw new EngineError(28745, "the $sample stage specification must be an object");
  checkNames("$sample", operand, ["size"]);
  return positive("$sample", operand["size"], 1);
}

function compileFacet(operand: unknown, scope: PipelineScope): Stage {
  if (!isDocument(operand)) throw new EngineError(40169, "the $facet specification must be a non-empty object");
  const facets = Object.entries(operand).map(([name, stages]) => {
    if (!Array.isArray(stages)) throw new EngineError(40170, `arguments to $facet must be arrays, ${name} is not`);
    const nested = stages.map((stage) => readStage(stage)[0]).find((stage) => notInFacet.has(stage));
    if (nested !== undefined) throw new EngineError(40600, `${nested} is not allowed to be used within a $facet stage`);
    return [name, compileStages(stages, scope)] as const;
  });
  return function* (rows) {
    const input = [...rows];
    yield Object.fromEntries(facets.map(([name, run]) => [name, [...run(input)]]));
  };
}

function readProject(operand: unknown, scope: PipelineScope): Stage {
  if (!isDocument(operand) || Object.keys(operand).length === 0)
    throw new EngineError(51272, "$project specification must be a non-empty object");
  const project = compileProjection(operand, { filter: undefined, isFind: false });
  return mapping((row) => project(row, scope.variables));
}

function mapping(change: (row: Document) => Document): Stage {
  return function* (rows) {
    for (const row of rows) yield change(row);
  };
}

function matching(operand: unknown, scope: PipelineScope): Stage {
  const { test } = readMatch(operand, scope);
  return function* (rows) {
    for (const row of rows) if (test(row)) yield row;
  };
}

function readMatch(operand: unknown, scope: PipelineScope): Filter {
  if (!isDocument(operand)) throw new EngineError(15959, "the match filter must be an expression in an object");
  return compileFilter(operand, scope.variables);
}

function compileStage(name: string, operand: unknown, scope: PipelineScope): Stage {
  switch (name) {
    case "$match":
      return matching(operand, scope);
    case "$sort": {
      const sort = readSort(operand);
      return (rows) => sorted(rows, sort, Infinity);
    }
    case "$limit": {
      const limit = positive(name, operand, 1);
      return (rows) => limited(rows, limit);
    }
    case "$skip": {
      const skip = positive(name, operand, 0);
      return (rows) => skipped(rows, skip);
    }
    case "$project":
      return readProject(operand, scope);
    case "$addFields":
    case "$set": {
      const add = compileAddFields(operand);
      return mapping((row) => add(row, scope.variables));
    }
    case "$unset":
      return mapping(compileUnset(operand));
    case "$replaceRoot":
    case "$replaceWith": {
      const replace = compileReplaceRoot(name, operand);
      return mapping((row) => replace(row, scope.variables));
    }
    default:
      return compileWideStage(name, operand, scope);
  }
}

function compileWideStage(name: string, operand: unknown, scope: PipelineScope): Stage {
  switch (name) {
    case "$group":
      return compileGroup(operand, scope);
    case "$unwind":
      return compileUnwind(operand);
    case "$count":
      return compileCount(operand);
    case "$sortByCount":
      return compileSortByCount(operand, scope);
    case "$bucket":
      return compileBucket(operand, scope);
    case "$lookup":
      return compileLookup(operand, scope);
    case "$unionWith":
      return compileUnionWith(operand, scope);
    case "$facet":
      return compileFacet(operand, scope);
    case "$sample": {
      const size = readSample(operand);
      return (rows) => sampled(rows, size);
    }
    case "$geoNear":
      throw new EngineError(40602, "$geoNear is only valid as the first stage in a pipeline");
    default:
      if (notSupported.has(name)) throw unsupported(`the pipeline stage ${name}`);
      throw new EngineError(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
}

function readStage(stage: unknown): [string, unknown] {
  const entries = isDocument(stage) ? Object.entries(stage) : [];
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1)
    throw new EngineError(40323, "A pipeline stage specification object must contain exactly one field.");
  return entry;
}

function compileStages(stages: readonly unknown[], scope: PipelineScope): Stage {
  const compiled = stages.map((stage) => compileStage(...readStage(stage), scope));
  return (rows) => compiled.reduce((current, stage) => stage(current), rows);
}

/** The beginning of a pipeline, which the indexes of the collection can serve. */
export interface Head {
  filter: Filter;
  sort: readonly OrderedField[];
  limit: number;
  near: GeoNear | undefined;
  rest: readonly unknown[];
}

/** How many rows of a sort the next stages let through. */
function wantedRows(stages: readonly unknown[]): number {
  const [first, second] = stages.slice(0, 2).map(readStage);
  if (first?.[0] === "$limit") return positive("$limit", first[1], 1);
  if (first?.[0] !== "$skip" || second?.[0] !== "$limit") return Infinity;
  return positive("$skip", first[1], 0) + positive("$limit", second[1], 1);
}

export function readHead(stages: readonly unknown[], scope: PipelineScope): Head {
  const rest = [...stages];
  const take = (name: string): unknown => {
    if (rest.length === 0 || readStage(rest[0])[0] !== name) return undefined;
    return readStage(rest.shift())[1];
  };
  const geoNear = take("$geoNear");
  const near = geoNear === undefined ? undefined : readGeoNear(geoNear);
  const clauses: Document[] = near === undefined ? [] : [near.query];
  // A $match behind $geoNear may ask for the distance, which the head does not know yet.
  const takeMatch = () => (near === undefined ? take("$match") : undefined);
  for (let filter = takeMatch(); filter !== undefined; filter = takeMatch()) {
    if (!isDocument(filter)) throw new EngineError(15959, "the match filter must be an expression in an object");
    if (Object.keys(filter).length > 0) clauses.push(filter);
  }
  const filter = compileFilter(
    clauses.length === 1 ? (clauses[0] ?? {}) : clauses.length === 0 ? {} : { $and: clauses },
    scope.variables,
  );
  const sort = near === undefined ? readSort(take("$sort")) : [];
  const limit = wantedRows(rest);
  return { filter, sort, limit, near, rest };
}

/** The plan for a pipeline's head. */
export function planHead(head: Head, collection: Collection, scope: PipelineScope): Plan {
  if (head.near !== undefined) return head.near.plan(collection);
  return planQuery(scope.view, collection, { condition: head.filter.condition, sort: head.sort, hint: scope.hint });
}

function* headRows(head: Head, collection: Collection, scope: PipelineScope): Generator<Document> {
  const plan = planHead(head, collection, scope);
  const matches = findMatches(scope.view, collection, plan, head.filter);
  if (plan.sorted || head.near !== undefined) {
    for (const match of matches) {
      scope.check();
      yield head.near === undefined ? match.document : head.near.shape(match);
    }
    return;
  }
  for (const { raw } of sortRows(rowsToSort(matches, head.sort), head.limit)) yield decode(raw);
}

/** What follows on the head; a sort by the distance needs no more rows of `$geoNear` than its limit lets through. */
function compileTail({ near, rest }: Head, scope: PipelineScope): Stage {
  const [name, operand] = rest.length > 0 ? readStage(rest[0]) : [];
  if (near === undefined || name !== "$sort") return compileStages(rest, scope);
  const sort = readSort(operand);
  if (!near.isOrderedBy(sort[0])) return compileStages(rest, scope);
  const tail = compileStages(rest.slice(1), scope);
  return (rows) => tail(sortedAmongEquals(rows, sort));
}

/** Runs a pipeline over a collection; a missing one is empty. */
export function runPipeline(name: string, stages: readonly unknown[], scope: PipelineScope): Iterable<Document> {
  const head = readHead(stages, scope);
  const tail = compileTail(head, scope);
  const collection = scope.find(name);
  return tail(collection === undefined ? [] : headRows(head, collection, scope));
}
