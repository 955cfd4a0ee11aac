import { BSONRegExp } from "bson";
import { EngineError, unsupported } from "../errors";
import type { Document } from "../values/decode";
import { isDocument } from "../values/order";
import { someAtPath, splitPath } from "../values/paths";
import { compileExpression, isTruthy, type Variables } from "./expressions";
import { nearOperators, readNear, withinTest } from "./match-geo";
import type { Condition, Filter } from "./conditions";
import { expressionHints } from "./match-hints";
import * as leaf from "./match-operators";

function fieldCondition(path: string, operator: string, operand: unknown): Condition {
  const parts = splitPath(path);
  const { test, negated } = leafTest(operator, operand);
  const positive = (document: Document): boolean => someAtPath(document, parts, test);
  return { kind: "field", path, operator, operand, test: negated ? (document) => !positive(document) : positive };
}

function leafTest(operator: string, operand: unknown): { test: leaf.LeafTest; negated: boolean } {
  switch (operator) {
    case "$eq":
      return { test: leaf.equality(operand), negated: false };
    case "$ne":
      return { test: leaf.equality(operand), negated: true };
    case "$gt":
    case "$gte":
    case "$lt":
    case "$lte":
      return { test: leaf.comparison(operator, operand), negated: false };
    case "$in":
      return { test: leaf.membership(operand), negated: false };
    case "$nin":
      return { test: leaf.membership(operand), negated: true };
    case "$exists":
      return { test: (found) => found !== undefined, negated: !isTruthy(operand) };
    default:
      return { test: rareLeafTest(operator, operand), negated: false };
  }
}

function rareLeafTest(operator: string, operand: unknown): leaf.LeafTest {
  switch (operator) {
    case "$type":
      return leaf.typeTest(operand);
    case "$size":
      return leaf.sizeTest(operand);
    case "$mod":
      return leaf.moduloTest(operand);
    case "$elemMatch":
      return elementTest(operand);
    case "$geoWithin":
      return withinTest(operand);
    case "$bitsAllSet":
    case "$bitsAnySet":
    case "$bitsAllClear":
    case "$bitsAnyClear":
    case "$geoIntersects":
    case "$jsonSchema":
      throw unsupported(`the query operator ${operator}`);
    default:
      throw new EngineError(2, `unknown operator: ${operator}`);
  }
}

/** True when every name is an operator; mixed names are refused. */
export function isOperatorDocument(value: unknown): value is Document {
  if (!isDocument(value)) return false;
  return Object.keys(value)[0]?.startsWith("$") === true && !("$ref" in value) && !("$id" in value);
}

function elementTest(operand: unknown): leaf.LeafTest {
  if (!isDocument(operand)) throw new EngineError(2, "$elemMatch needs an Object");
  const first = Object.keys(operand)[0];
  const logical = first === "$and" || first === "$or" || first === "$nor" || first === "$expr";
  if (isOperatorDocument(operand) && !logical) {
    const test = valueTest(operand);
    return (found) => Array.isArray(found) && found.some(test);
  }
  const { test } = compileFilter(operand);
  return (found) =>
    Array.isArray(found) && found.some((element) => isDocument(asDocument(element)) && test(asDocument(element)));
}

/** To `$elemMatch` an array inside an array is a document of its indexes. */
function asDocument(element: unknown): Document {
  return Array.isArray(element) ? Object.fromEntries(element.entries()) : (element as Document);
}

/** Compiles `{ $gt: 1, $lt: 5 }` for elements of an array; an element that is itself an array is not opened. */
export function valueTest(operators: Document): (value: unknown) => boolean {
  const { test } = compileFilter({ "value.0": operators });
  return (value) => test({ value: [value] });
}

function conjunction(children: Condition[]): Condition {
  const [only] = children;
  if (only !== undefined && children.length === 1) return only;
  const tests = children.map((child) => child.test);
  return { kind: "and", children, test: (document) => tests.every((test) => test(document)) };
}

function negation(condition: Condition): Condition {
  return { kind: "other", test: (document) => !condition.test(document) };
}

function regexCondition(path: string, expression: BSONRegExp, alsoEqual: boolean): Condition {
  const matches = leaf.regexTest(leaf.toRegExp(expression.pattern, expression.options));
  const equal = leaf.equality(expression);
  const either: leaf.LeafTest = (found, whole) => matches(found, whole) || equal(found, whole);
  const test = alsoEqual ? either : matches;
  const parts = splitPath(path);
  return {
    kind: "field",
    path,
    operator: "$regex",
    operand: expression,
    test: (document) => someAtPath(document, parts, test),
  };
}

function readRegex(operators: Document): BSONRegExp {
  const { $regex: pattern, $options: options } = operators;
  if (options !== undefined && typeof options !== "string") throw new EngineError(2, "$options has to be a string");
  const flag = /[^imsux]/.exec(options ?? "")?.[0];
  if (flag !== undefined) throw new EngineError(51108, `invalid flag in regex options: ${flag}`);
  if (pattern instanceof BSONRegExp) return new BSONRegExp(pattern.pattern, options ?? pattern.options);
  if (typeof pattern !== "string") throw new EngineError(2, "$regex has to be a string");
  return new BSONRegExp(pattern, options ?? "");
}

function allCondition(path: string, operand: unknown): Condition {
  if (!Array.isArray(operand)) throw new EngineError(2, "$all needs an array");
  if (operand.length === 0) return { kind: "other", test: () => false };
  return conjunction(
    operand.flatMap((one: unknown) =>
      isOperatorDocument(one) ? operatorConditions(path, one) : [valueCondition(path, one)],
    ),
  );
}

function operatorConditions(path: string, operators: Document): Condition[] {
  const conditions: Condition[] = [];
  for (const [operator, operand] of Object.entries(operators)) {
    if (!operator.startsWith("$")) throw new EngineError(2, `unknown operator: ${operator}`);
    if (nearOperators.has(operator)) {
      conditions.push({ kind: "near", path, near: readNear(operator, operators), test: () => true });
    } else if (operator === "$not") conditions.push(negation(notOperand(path, operand)));
    else if (operator === "$all") conditions.push(allCondition(path, operand));
    else if (operator === "$regex") conditions.push(regexCondition(path, readRegex(operators), false));
    else if (operator === "$options") requireSibling(operators, "$options", "$regex");
    else if (operator === "$maxDistance" || operator === "$minDistance") requireSibling(operators, operator, "$near");
    else conditions.push(fieldCondition(path, operator, operand));
  }
  return conditions;
}

function requireSibling(operators: Document, operator: string, sibling: string): void {
  if (sibling in operators || `${sibling}Sphere` in operators) return;
  throw new EngineError(2, `${operator} needs a ${sibling}`);
}

function notOperand(path: string, operand: unknown): Condition {
  if (operand instanceof BSONRegExp) return regexCondition(path, operand, false);
  if (!isOperatorDocument(operand)) throw new EngineError(2, "$not needs a regex or a document");
  return conjunction(operatorConditions(path, operand));
}

function valueCondition(path: string, value: unknown): Condition {
  if (value instanceof BSONRegExp) return regexCondition(path, value, true);
  if (isOperatorDocument(value)) return conjunction(operatorConditions(path, value));
  return fieldCondition(path, "$eq", value);
}

function readClauses(operator: string, operand: unknown, variables: Variables | undefined): Condition[] {
  if (!Array.isArray(operand)) throw new EngineError(2, `${operator} must be an array`);
  if (operand.length === 0) throw new EngineError(2, `${operator} argument must be a non-empty array`);
  return operand.map((clause: unknown) => {
    if (!isDocument(clause)) throw new EngineError(2, `${operator} argument's entries must be objects`);
    return compileFilter(clause, variables).condition;
  });
}

function expressionCondition(operand: unknown, variables: Variables | undefined): Condition {
  const evaluate = compileExpression(operand);
  const whole: Condition = { kind: "other", test: (document) => isTruthy(evaluate(document, variables)) };
  return conjunction([whole, ...expressionHints(operand, variables)]);
}

function topLevelCondition(
  operator: string,
  operand: unknown,
  variables: Variables | undefined,
): Condition | undefined {
  switch (operator) {
    case "$and":
      return conjunction(readClauses(operator, operand, variables));
    case "$or": {
      const children = readClauses(operator, operand, variables);
      return { kind: "or", children, test: (document) => children.some((child) => child.test(document)) };
    }
    case "$nor": {
      const children = readClauses(operator, operand, variables);
      return { kind: "other", test: (document) => !children.some((child) => child.test(document)) };
    }
    case "$expr":
      return expressionCondition(operand, variables);
    case "$comment":
      return undefined;
    case "$where":
    case "$text":
    case "$jsonSchema":
      throw unsupported(`the query operator ${operator}`);
    default:
      throw new EngineError(2, `unknown top level operator: ${operator}`);
  }
}

/** Compiles a query filter. Throws BadValue (2) for what is wrong, CommandNotSupported (115) for what is not supported. */
export function compileFilter(filter: Document, variables?: Variables): Filter {
  const conditions: Condition[] = [];
  for (const [name, value] of Object.entries(filter)) {
    const condition = name.startsWith("$") ? topLevelCondition(name, value, variables) : valueCondition(name, value);
    if (condition !== undefined) conditions.push(condition);
  }
  const condition = conjunction(conditions);
  return { condition, test: condition.test };
}
