import { EngineError } from "../errors";
import { findMatches } from "../query/execute";
import { compileFilter } from "../query/match";
import { planQuery } from "../query/plan";
import type { Change } from "../store/changes";
import { readRecord } from "../store/scan";
import type { Document } from "../values/decode";
import { isNumeric, toNumber } from "../values/order";
import type { Handler } from "./request";
import { readFields, readWrite } from "./statements";
import { makeChange, runStatements, writeErrors, type Statement, type Writer } from "./write";

/** What a delete is to do. */
interface DeleteOrder {
  q: Document;
  one: boolean;
  hint: unknown;
}

function deleteAll(writer: Writer, statement: DeleteOrder): Document {
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

export function readDelete(statement: unknown): DeleteOrder {
  const fields = readFields(statement, { place: "delete.deletes", known: ["q", "limit", "hint"] });
  const limit = isNumeric(fields["limit"]) ? toNumber(fields["limit"]) : Number.NaN;
  if (limit !== 0 && limit !== 1) throw new EngineError(9, "The limit field in delete objects must be 0 or 1");
  return { q: fields.q, one: limit === 1, hint: fields["hint"] };
}

/** Faults of one statement are its own error, so they are found when it runs. */
function deleteStatement(statement: unknown): Statement {
  return (writer) => deleteAll(writer, readDelete(statement));
}

/** `delete`: one document or all that match. */
export const remove: Handler = async (request) => {
  const { statements, ordered, ids } = readWrite(request, "deletes");
  const run = { statements: statements.map(deleteStatement), ordered, ids, creates: false };
  const results = await runStatements(request, run);
  return { n: results.reduce((sum, result) => sum + Number(result["n"] ?? 0), 0), ...writeErrors(results) };
};
