import { EngineError } from "../errors";
import type { Collection, IndexDefinition } from "../store/catalog";
import type { OrderedField } from "../values/paths";
import type { KeyRange, View } from "../store/scan";
import type { Document } from "../values/decode";
import { compareValues } from "../values/order";
import { flatten, geoRanges, groupByPath, indexBounds, type Conjuncts } from "./bounds";
import { impliesFilter } from "./implication";
import type { Condition } from "./conditions";
import type { Near } from "./match-geo";

export interface IndexPlan {
  kind: "index";
  index: IndexDefinition;
  ranges: KeyRange[];
  reverse: boolean;
  /** The records come in the order that was asked for. */
  sorted: boolean;
  /** Each range is one whole key of a unique index. */
  exact: boolean;
}

/** How the documents of a query are found. The filter is always tested again, so a plan never changes an answer. */
export type Plan =
  | { kind: "scan"; sorted: boolean }
  | IndexPlan
  | { kind: "union"; branches: IndexPlan[]; sorted: boolean }
  | { kind: "near"; index: IndexDefinition; near: Near; sorted: boolean };

export interface PlanRequest {
  condition: Condition;
  sort: readonly OrderedField[];
  /** A name or key pattern of the index to use. */
  hint: unknown;
}

interface Candidate {
  plan: IndexPlan;
  score: number;
}

/** 1 when the index gives this order forwards, -1 backwards, 0 when it does not. */
function orderGiven(index: IndexDefinition, sort: readonly OrderedField[], fixed: ReadonlySet<string>): number {
  let position = 0;
  let direction = 0;
  for (const wanted of sort) {
    if (fixed.has(wanted.path)) continue;
    while (fixed.has(index.fields[position]?.path ?? "")) position += 1;
    const field = index.fields[position];
    if (field === undefined || field.path !== wanted.path || index.multikey.has(position)) return 0;
    const agreement = field.direction * wanted.direction;
    if (direction !== 0 && direction !== agreement) return 0;
    direction = agreement;
    position += 1;
  }
  return direction === 0 ? 1 : direction;
}

function geoCandidate(
  index: IndexDefinition,
  conjuncts: Conjuncts,
  sort: readonly OrderedField[],
): Candidate | undefined {
  const ranges = geoRanges(index, conjuncts);
  if (ranges === undefined) return undefined;
  return { plan: { kind: "index", index, ranges, reverse: false, sorted: sort.length === 0, exact: false }, score: 60 };
}

function candidateOf(index: IndexDefinition, conjuncts: Conjuncts, request: PlanRequest): Candidate | undefined {
  const partial = index.partialFilter !== undefined;
  if (index.partialFilter !== undefined && !impliesFilter(conjuncts, index.partialFilter)) return undefined;
  if (index.isGeo) return geoCandidate(index, conjuncts, request.sort);
  const bounds = indexBounds(index, conjuncts);
  const direction = request.sort.length === 0 ? 1 : orderGiven(index, request.sort, bounds.fixed);
  const sorts = request.sort.length > 0 && direction !== 0;
  const exact = bounds.exact && index.unique;
  const score =
    bounds.pointFields * 100 +
    Number(bounds.hasStretch) * 40 +
    Number(sorts) * 30 +
    Number(exact) * 1000 +
    Number(partial) * 10;
  if (score === 0 && request.hint === undefined) return undefined;
  const plan: IndexPlan = {
    kind: "index",
    index,
    ranges: bounds.ranges,
    reverse: direction === -1,
    sorted: direction !== 0,
    exact,
  };
  return { plan, score };
}

function usableIndexes(view: View, collection: Collection, hint: unknown): IndexDefinition[] {
  const indexes = collection.indexes.filter((index) => index.builtIn <= view.newestBatch);
  if (hint === undefined) return indexes;
  const chosen = indexes.filter(
    (index) => index.name === hint || compareValues(index.specification["key"], hint) === 0,
  );
  if (chosen.length === 0) throw new EngineError(2, "hint provided does not correspond to an existing index");
  return chosen;
}

function bestCandidate(
  indexes: readonly IndexDefinition[],
  conditions: readonly Condition[],
  request: PlanRequest,
): Candidate | undefined {
  const conjuncts = groupByPath(conditions);
  let best: Candidate | undefined;
  for (const index of indexes) {
    const candidate = candidateOf(index, conjuncts, request);
    if (candidate !== undefined && (best === undefined || candidate.score > best.score)) best = candidate;
  }
  return best;
}

/** A filter with `$or` can use one index for each of its branches. */
function unionOf(
  indexes: readonly IndexDefinition[],
  conditions: readonly Condition[],
  request: PlanRequest,
): Plan | undefined {
  for (const condition of conditions) {
    if (condition.kind !== "or") continue;
    const others = conditions.filter((other) => other !== condition);
    const branches: IndexPlan[] = [];
    for (const child of condition.children) {
      const best = bestCandidate(indexes, [...others, ...flatten(child)], { ...request, sort: [] });
      if (best !== undefined && best.score >= 40) branches.push(best.plan);
    }
    if (branches.length === condition.children.length) {
      return { kind: "union", branches, sorted: request.sort.length === 0 };
    }
  }
  return undefined;
}

function nearPlan(indexes: readonly IndexDefinition[], path: string, near: Near): Plan {
  const index = indexes.find((one) => one.isGeo && one.fields[0]?.path === path);
  if (index === undefined) {
    throw new EngineError(291, "error processing query: unable to find index for $geoNear query");
  }
  return { kind: "near", index, near, sorted: false };
}

/** Chooses how to find the documents of a query. */
export function planQuery(view: View, collection: Collection, request: PlanRequest): Plan {
  const conditions = flatten(request.condition);
  const indexes = usableIndexes(view, collection, request.hint);
  const near = conditions.find((condition) => condition.kind === "near");
  if (near !== undefined) return { ...nearPlan(indexes, near.path, near.near), sorted: request.sort.length === 0 };
  const best = bestCandidate(indexes, conditions, request);
  const staged = view.staged?.has(collection.id) === true;
  const chosen =
    best !== undefined && best.score >= 100 ? best.plan : (unionOf(indexes, conditions, request) ?? best?.plan);
  const plan: Plan = chosen ?? { kind: "scan", sorted: request.sort.length === 0 };
  return staged && request.sort.length > 0 ? { ...plan, sorted: false } : plan;
}

/** `queryPlanner.winningPlan`. */
export function describePlan(plan: Plan): Document {
  switch (plan.kind) {
    case "scan":
      return { stage: "COLLSCAN", direction: "forward", sort: plan.sorted ? "none" : "memory" };
    case "union":
      return { stage: "OR", sort: plan.sorted ? "none" : "memory", inputStages: plan.branches.map(describePlan) };
    case "near":
      return { stage: "GEO_NEAR_2DSPHERE", indexName: plan.index.name, keyPattern: plan.index.specification["key"] };
    case "index":
      return {
        stage: plan.exact && plan.index.name === "_id_" ? "IDHACK" : "IXSCAN",
        indexName: plan.index.name,
        keyPattern: plan.index.specification["key"],
        isMultiKey: plan.index.multikey.size > 0,
        direction: plan.reverse ? "backward" : "forward",
        ranges: plan.ranges.length,
        sort: plan.sorted ? "index" : "memory",
      };
  }
}
