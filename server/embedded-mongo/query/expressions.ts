import { Decimal128, Double, Int32, Long, Timestamp } from "bson";
import { Context, evalExpr } from "mingo/core";
import { EngineError, unsupported } from "../errors";
import type { Document } from "../values/decode";
import { isDocument, isNumeric, toNumber } from "../values/order";
import { splitPath, valueAtPath } from "../values/paths";
import { allowedExpressions } from "./expression-operators";
import { checkShape } from "./expression-shapes";
import { bsonTypeName } from "./match-operators";

/** Values of `$$name` in expressions. */
export type Variables = Readonly<Record<string, unknown>>;
export type Expression = (document: Document, variables?: Variables) => unknown;

const context = Context.init({ expression: allowedExpressions });

/** MongoDB's truth: everything but false, zero, null and missing. */
export function isTruthy(value: unknown): boolean {
  if (value === false || value === null || value === undefined) return false;
  return !(isNumeric(value) && toNumber(value) === 0);
}

/** mingo computes with JavaScript's numbers: int64 and marked doubles become those before it sees them. */
export function toPlainNumbers(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Double || value instanceof Int32) return value.value;
  if (value instanceof Timestamp || value instanceof Decimal128) return value;
  if (value instanceof Long) return value.toNumber();
  if (Array.isArray(value)) return value.map(toPlainNumbers);
  if (!isDocument(value)) return value;
  const plain: Document = {};
  for (const name of Object.keys(value)) plain[name] = toPlainNumbers(value[name]);
  return plain;
}

function checkOperators(expression: unknown): void {
  if (Array.isArray(expression)) return expression.forEach(checkOperators);
  if (!isDocument(expression)) return;
  const names = Object.keys(expression);
  const operator = names.find((name) => name.startsWith("$"));
  if (operator === "$literal") return;
  if (operator !== undefined) {
    if (names.length > 1) throw new EngineError(15983, "an expression must have exactly one operator");
    if (!(operator in allowedExpressions)) throw refusedExpression(operator);
    checkShape(operator, expression[operator]);
  }
  for (const name of names) checkOperators(expression[name]);
}

const known =
  /^\$(abs|acos|asin|atan|bin|bit|bsonSize|convert|cos|date|decrypt|degrees|denseRank|derivative|documentNumber|exp|expMoving|first|function|getField|index|integral|last|let|linear|ln|locf|log|ltrim|max|median|meta|min|percentile|radians|rand|range|rank|regex|replace|rtrim|sample|setEquals|setField|setIsSubset|setWindow|allElements|anyElement|shift|sin|sort|std|strcase|substr|switch|tan|to|trim|ts|type|unset|zip|accumulator|top|bottom)/;

function refusedExpression(operator: string): EngineError {
  if (known.test(operator)) return unsupported(`the expression ${operator}`);
  return new EngineError(168, `Unrecognized expression '${operator}'`);
}

function compileReference(reference: string): Expression {
  if (!reference.startsWith("$$")) {
    const parts = splitPath(reference.slice(1));
    if (parts.some((part) => part === ""))
      throw new EngineError(15998, "FieldPath field names may not be empty strings.");
    return (document) => valueAtPath(document, parts);
  }
  const [name = "", ...rest] = reference.slice(2).split(".");
  return (document, variables) => valueAtPath(readVariable(name, document, variables), rest);
}

function readVariable(name: string, document: Document, variables: Variables | undefined): unknown {
  if (name === "ROOT" || name === "CURRENT") return document;
  if (name === "REMOVE") return undefined;
  if (variables !== undefined && Object.hasOwn(variables, name)) return variables[name];
  if (name === "NOW") return new Date();
  throw new EngineError(17276, `Use of undefined variable: ${name}`);
}

function compileFields(expression: Document): Expression {
  const fields = Object.entries(expression).map(([name, value]) => [name, compileExpression(value)] as const);
  return (document, variables) => {
    const result: Document = {};
    for (const [name, evaluate] of fields) {
      const value = evaluate(document, variables);
      if (value !== undefined) result[name] = value;
    }
    return result;
  };
}

function compileOperator(expression: Document): Expression {
  checkOperators(expression);
  const plain = toPlainNumbers(expression);
  return (document, variables) => {
    try {
      const known = variables === undefined ? {} : (toPlainNumbers(variables) as Document);
      const root = toPlainNumbers(document) as Document;
      return evalExpr(root, plain, { context, variables: known } as never);
    } catch (error) {
      if (error instanceof EngineError) throw error;
      throw new EngineError(2, error instanceof Error ? error.message : String(error));
    }
  };
}

/** Of a plain field the stored type counts, which the numbers given to mingo no longer show. */
function typeOf(operand: unknown): Expression {
  const evaluate = compileExpression(Array.isArray(operand) ? operand[0] : operand);
  return (document, variables) => bsonTypeName(evaluate(document, variables));
}

/** Compiles an aggregation expression; operators outside the allow-list are refused by name. */
export function compileExpression(expression: unknown): Expression {
  if (typeof expression === "string" && expression.startsWith("$")) return compileReference(expression);
  if (Array.isArray(expression)) {
    const elements = expression.map((element: unknown) => compileExpression(element));
    return (document, variables) => elements.map((evaluate) => evaluate(document, variables) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  const first = Object.keys(expression)[0];
  if (first === "$literal") return () => expression["$literal"];
  if (first === "$type") return typeOf(expression["$type"]);
  return first?.startsWith("$") === true ? compileOperator(expression) : compileFields(expression);
}
