import { EngineError } from "../errors";
import { findMatches } from "../query/execute";
import { compileFilter } from "../query/match";
import { planQuery } from "../query/plan";
import type { Change } from "../store/changes";
import { readRecord } from "../store/scan";
import type { Document } from "../values/decode";
import { isDocument, isNumeric, toNumber } from "../values/order";
import { checkFields, readName, type Handler } from "./request";
import {
  makeChange,
  readOrdered,
  runStatements,
  statementIds,
  writeErrors,
  type Statement,
  type Writer,
} from "./write";

function deleteAll(writer: Writer, statement: { q: Document; one: boolean; hint: unknown }): Document {
  const collection = writer.collection();
  if (collection === undefined) return { n: 0 };
  const filter = compileFilter(statement.q);
  const plan = planQuery(writer.view, collection, { condition: filter.condition, sort: [], hint: statement.hint });
  const found: number[] = [];
  for (const { recordId } of findMatches(writer.view, collection, plan, filter)) {
    found.push(recordId);
    if (statement.one) break;
  }
  function* changes(): Generator<Change> {
    for (const recordId of found) {
      const before = collection === undefined ? undefined : readRecord(writer.view, collection, recordId);
      if (collection !== undefined && before !== undefined) yield makeChange(collection, recordId, { before });
    }
  }
  writer.check(changes);
  for (const change of changes()) writer.write(change);
  return { n: found.length, changed: found.length > 0 };
}

function deleteStatement(statement: unknown): Statement {
  return (writer) => {
    if (!isDocument(statement) || !isDocument(statement["q"]))
      throw new EngineError(40414, "BSON field 'delete.deletes.q' is missing but a required field");
    const strange = Object.keys(statement).find(
      (name) => !["q", "limit", "hint"].includes(name) && statement[name] !== undefined,
    );
    if (strange !== undefined)
      throw new EngineError(
        strange === "collation" ? 115 : 40415,
        `the option '${strange}' of delete is not supported by the embedded engine`,
      );
    const limit = isNumeric(statement["limit"]) ? toNumber(statement["limit"]) : Number.NaN;
    if (limit !== 0 && limit !== 1) throw new EngineError(9, "The limit field in delete objects must be 0 or 1");
    return deleteAll(writer, { q: statement["q"], one: limit === 1, hint: statement["hint"] });
  };
}

/** `delete`: one document or all that match. */
export const remove: Handler = async (request) => {
  checkFields(request, ["deletes", "ordered", "stmtId", "stmtIds"]);
  readName(request);
  const deletes = request.command["deletes"];
  if (!Array.isArray(deletes) || deletes.length === 0 || deletes.length > 100_000) {
    throw new EngineError(16, "Write batch sizes must be between 1 and 100000.");
  }
  const ids = statementIds(request.command, deletes.length);
  const run = { statements: deletes.map(deleteStatement), ordered: readOrdered(request.command), ids, creates: false };
  const results = await runStatements(request, run);
  return { n: results.reduce((sum, result) => sum + Number(result["n"] ?? 0), 0), ...writeErrors(results) };
};
