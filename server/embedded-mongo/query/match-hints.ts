import { isDocument } from "../values/order";
import { compileExpression, type Variables } from "./expressions";
import type { FieldCondition } from "./conditions";

/** `{ $eq: ["$path", value] }` also narrows an index; its own test is left to the expression. */
export function expressionHints(operand: unknown, variables: Variables | undefined): FieldCondition[] {
  if (!isDocument(operand)) return [];
  const all = operand["$and"];
  if (Array.isArray(all)) return all.flatMap((one: unknown) => expressionHints(one, variables));
  const sides = operand["$eq"];
  if (!Array.isArray(sides) || sides.length !== 2) return [];
  const isPath = (side: unknown): side is string => typeof side === "string" && /^\$[^$]/.test(side);
  const path = sides.find(isPath);
  const other: unknown = sides.find((side) => side !== path);
  if (path === undefined || isPath(other) || isDocument(other)) return [];
  const value = compileExpression(other)({}, variables);
  if (value === undefined || value === null || Array.isArray(value)) return [];
  return [{ kind: "field", path: path.slice(1), operator: "$eq", operand: value, test: () => true }];
}
