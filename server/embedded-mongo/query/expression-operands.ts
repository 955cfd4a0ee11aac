import { evalExpr } from "mingo/core";
import { EngineError } from "../errors";

/** An operator as mingo calls it: the document, the operand as written, and mingo's own options. */
export type Operator = (document: unknown, operand: unknown, options: never) => unknown;

/** The value of an expression. */
export function evaluate(document: unknown, operand: unknown, options: never): unknown {
  return evalExpr(document, operand, options);
}

/** The only operand of an operator, which may stand in an array of one. */
export function oneOperand(name: string, operand: unknown): unknown {
  if (!Array.isArray(operand)) return operand;
  if (operand.length !== 1)
    throw new EngineError(16020, `Expression ${name} takes exactly 1 arguments. ${operand.length} were passed in.`);
  return operand[0] as unknown;
}

/** An operator of one operand. */
export function unary(name: string, compute: (value: unknown) => unknown): Operator {
  return (document, operand, options) => compute(evaluate(document, oneOperand(name, operand), options));
}

/** An operator of several operands. */
export function variadic(compute: (values: unknown[]) => unknown): Operator {
  return (document, operand, options) => {
    const value = evaluate(document, operand, options);
    return compute(Array.isArray(operand) && Array.isArray(value) ? (value as unknown[]) : [value]);
  };
}

export function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
