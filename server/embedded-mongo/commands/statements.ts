import { EngineError } from "../errors";
import type { Document } from "../values/decode";
import { isDocument } from "../values/order";
import { checkFields, readName, type Request } from "./request";

const MOST_STATEMENTS = 100_000;

/** What an insert, update or delete is to do, one statement after another, and how. */
interface WriteOrder {
  statements: unknown[];
  /** The first failure ends it. */
  ordered: boolean;
  /** Statement ids, for a repeat after a lost reply. */
  ids: number[];
}

/** Reads what all write commands have in common; the statements stand in `field`. */
export function readWrite(request: Request, field: "documents" | "updates" | "deletes"): WriteOrder {
  checkFields(request, [field, "ordered", "stmtId", "stmtIds"]);
  readName(request);
  const statements: unknown = request.command[field];
  if (!Array.isArray(statements) || statements.length === 0 || statements.length > MOST_STATEMENTS) {
    throw new EngineError(16, `Write batch sizes must be between 1 and ${MOST_STATEMENTS}.`);
  }
  const ids = statementIds(request.command, statements.length);
  return { statements, ordered: request.command["ordered"] !== false, ids };
}

function statementIds(command: Document, count: number): number[] {
  const given = command["stmtIds"];
  if (Array.isArray(given)) return given.map(Number);
  const first = typeof command["stmtId"] === "number" ? command["stmtId"] : 0;
  return Array.from({ length: count }, (_, index) => first + index);
}

/** A statement of an update or delete, whose fields are all known; `place` names it to the sender. */
export function readFields(
  statement: unknown,
  { place, known }: { place: "update.updates" | "delete.deletes"; known: readonly string[] },
): Document & { q: Document } {
  const q = isDocument(statement) ? statement["q"] : undefined;
  if (!isDocument(statement) || !isDocument(q))
    throw new EngineError(40414, `BSON field '${place}.q' is missing but a required field`);
  const strange = Object.keys(statement).find((name) => !known.includes(name) && statement[name] !== undefined);
  if (strange !== undefined)
    throw new EngineError(
      strange === "collation" || strange === "c" ? 115 : 40415,
      `the option '${strange}' of ${place} is not supported by the embedded engine`,
    );
  return { ...statement, q };
}
