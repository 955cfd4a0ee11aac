import { compareValues } from "../values/order";
import type { Document } from "../values/decode";
import { flatten, type Conjuncts } from "./bounds";
import type { Condition, FieldCondition } from "./conditions";
import { compileFilter } from "./match";

function isSame(a: FieldCondition, b: FieldCondition): boolean {
  return a.operator === b.operator && compareValues(a.operand, b.operand) === 0;
}

function valuesOf(condition: FieldCondition): unknown[] | undefined {
  if (condition.operator === "$eq") return [condition.operand];
  return condition.operator === "$in" && Array.isArray(condition.operand) ? condition.operand : undefined;
}

function nest(path: string, value: unknown): Document {
  return path.split(".").reduceRight<unknown>((inner, part) => ({ [part]: inner }), value) as Document;
}

const existing = new Set(["$gt", "$gte", "$lt", "$lte", "$type", "$regex", "$size", "$elemMatch"]);

function impliesExists(condition: FieldCondition): boolean {
  const values = valuesOf(condition);
  if (values !== undefined) return values.every((value) => value !== null && value !== undefined);
  return existing.has(condition.operator) && condition.operand !== null;
}

function isTighter(condition: FieldCondition, wanted: FieldCondition): boolean {
  const [direction] = [wanted.operator.slice(0, 3)];
  if (!condition.operator.startsWith(direction) || !["$gt", "$lt"].includes(direction)) return false;
  const order = compareValues(condition.operand, wanted.operand) * (direction === "$gt" ? 1 : -1);
  return order > 0 || (order === 0 && (wanted.operator.endsWith("e") || !condition.operator.endsWith("e")));
}

function implies(condition: FieldCondition, wanted: FieldCondition): boolean {
  if (isSame(condition, wanted)) return true;
  if (wanted.operator === "$exists") return wanted.operand === true && impliesExists(condition);
  const values = valuesOf(condition);
  if (values !== undefined && values.length > 0) {
    return values.every((value) => !Array.isArray(value) && wanted.test(nest(wanted.path, value)));
  }
  return isTighter(condition, wanted);
}

function holds(wanted: Condition, conjuncts: Conjuncts): boolean {
  if (wanted.kind !== "field") return false;
  return (conjuncts.get(wanted.path) ?? []).some((condition) => implies(condition, wanted));
}

/** True when every document that meets the query also meets a partial index's filter, as far as literals show it. */
export function impliesFilter(conjuncts: Conjuncts, partialFilter: Document): boolean {
  return flatten(compileFilter(partialFilter).condition).every((wanted) => holds(wanted, conjuncts));
}
