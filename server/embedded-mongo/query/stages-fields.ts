import { EngineError } from "../errors";
import type { Document } from "../values/decode";
import { isDocument } from "../values/order";
import { splitPath } from "../values/paths";
import { compileExpression, type Expression, type Variables } from "./expressions";
import { compileProjection, setComputed, type Projection } from "./project";

function flattenFields(fields: Document, prefix: string): [string, unknown][] {
  return Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
    const path = prefix + name;
    const nested =
      isDocument(value) && Object.keys(value).length > 0 && Object.keys(value)[0]?.startsWith("$") === false;
    return nested ? flattenFields(value, `${path}.`) : [[path, value]];
  });
}

/** `$addFields` and `$set`. */
export function compileAddFields(fields: unknown): Projection {
  if (!isDocument(fields)) throw new EngineError(40272, "$addFields specification stage must be an object");
  const computed = flattenFields(fields, "").map(([path, value]) => {
    if (path.startsWith("$")) throw new EngineError(16410, `FieldPath field names may not start with '$': ${path}`);
    return { parts: splitPath(path), evaluate: compileExpression(value) };
  });
  return (document, variables) => {
    const result = { ...document };
    for (const { parts, evaluate } of computed) setComputed(result, parts, evaluate(document, variables));
    return result;
  };
}

/** `$unset`, told one path or several. */
export function compileUnset(operand: unknown): Projection {
  const paths = Array.isArray(operand) ? (operand as unknown[]) : [operand];
  const specification: Document = {};
  for (const path of paths) {
    if (typeof path !== "string")
      throw new EngineError(31120, "$unset specification must be a string or an array of strings");
    specification[path] = 0;
  }
  return compileProjection(specification, { filter: undefined, isFind: false });
}

function newRootOf(name: string, operand: unknown): Expression {
  if (name === "$replaceWith") return compileExpression(operand);
  if (!isDocument(operand) || !("newRoot" in operand))
    throw new EngineError(40231, "no newRoot specified for the $replaceRoot stage");
  return compileExpression(operand["newRoot"]);
}

/** `$replaceRoot` and `$replaceWith`. */
export function compileReplaceRoot(name: string, operand: unknown): Projection {
  const evaluate = newRootOf(name, operand);
  return (document: Document, variables?: Variables) => {
    const root = evaluate(document, variables);
    if (isDocument(root)) return root;
    throw new EngineError(40228, "'newRoot' expression must evaluate to an object");
  };
}
