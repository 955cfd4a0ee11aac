import { ObjectId } from "bson";
import { EngineError } from "../errors";
import { flatten } from "../query/bounds";
import { findMatches, rowsToSort, type Match } from "../query/execute";
import type { Filter } from "../query/conditions";
import { compileFilter } from "../query/match";
import { planQuery } from "../query/plan";
import { readSort, sortRows } from "../query/sort";
import { compileUpdate, type CompiledUpdate } from "../query/update";
import { writePath } from "../query/update-paths";
import type { Collection } from "../store/catalog";
import type { Change } from "../store/changes";
import { readRecord } from "../store/scan";
import { decode, type Document } from "../values/decode";
import { encodeStored } from "../values/encode";
import { compareValues, isDocument } from "../values/order";
import { splitPath, type OrderedField } from "../values/paths";
import { checkId } from "./insert";
import type { Handler } from "./request";
import { readFields, readWrite } from "./statements";
import { runStatements, writeErrors, type Statement, type Writer } from "./write";

/** What an update or findAndModify is to do, compiled once. */
export interface UpdateOrder {
  filter: Filter;
  update: CompiledUpdate;
  multi: boolean;
  upsert: boolean;
  sort: readonly OrderedField[];
  hint: unknown;
}

/** The first document that a filter and a sort choose. */
export function findFirst(
  writer: Writer,
  collection: Collection,
  order: Omit<UpdateOrder, "update">,
): Match | undefined {
  const plan = planQuery(writer.view, collection, {
    condition: order.filter.condition,
    sort: order.sort,
    hint: order.hint,
  });
  const matches = findMatches(writer.view, collection, plan, order.filter);
  if (plan.sorted) {
    for (const match of matches) return match;
    return undefined;
  }
  const [first] = sortRows(rowsToSort(matches, order.sort), 1);
  return first === undefined ? undefined : { ...first, document: decode(first.raw) };
}

/** The change an update makes to one document, or undefined when it leaves it as it is. */
export function changeOf(collection: Collection, match: Match, order: UpdateOrder): Change | undefined {
  const next = order.update.apply(decode(match.raw), { filter: order.filter, inserting: false });
  const id = match.document["_id"];
  if (next["_id"] === undefined || compareValues(next["_id"], id) !== 0) {
    throw new EngineError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  const raw = encodeStored({ ...next, _id: id });
  if (raw.equals(match.raw)) return undefined;
  return { collection, recordId: match.recordId, before: match, after: { raw, document: decode(raw) } };
}

function equalities(filter: Filter): [string, unknown][] {
  return flatten(filter.condition).flatMap((condition): [string, unknown][] => {
    if (condition.kind !== "field") return [];
    if (condition.operator === "$eq") return [[condition.path, condition.operand]];
    const only = condition.operator === "$in" && Array.isArray(condition.operand) && condition.operand.length === 1;
    return only ? [[condition.path, (condition.operand as unknown[])[0]]] : [];
  });
}

/** The document an upsert starts from: the equalities of its filter. */
function seedOf(order: UpdateOrder): Document {
  const seed: Document = {};
  const seen = new Map<string, unknown>();
  for (const [path, value] of equalities(order.filter)) {
    if (order.update.isReplacement && path !== "_id") continue;
    if (seen.has(path) && compareValues(seen.get(path), value) !== 0) {
      throw new EngineError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    }
    seen.set(path, value);
    writePath(seed, splitPath(path), value);
  }
  return seed;
}

/** Inserts what an upsert makes. */
export function upsertDocument(writer: Writer, order: UpdateOrder): { document: Document; raw: Buffer } {
  const seed = seedOf(order);
  const wantedId = seed["_id"];
  const made = order.update.apply(seed, { filter: order.filter, inserting: true });
  if (wantedId !== undefined && made["_id"] !== undefined && compareValues(wantedId, made["_id"]) !== 0) {
    throw new EngineError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  const { _id, ...rest } = made;
  checkId(_id);
  const raw = encodeStored({ _id: _id ?? wantedId ?? new ObjectId(), ...rest });
  const document = decode(raw);
  const collection = writer.ensureCollection();
  const recordId = collection.nextRecord;
  writer.write({ collection, recordId, before: undefined, after: { raw, document } });
  collection.nextRecord = Math.max(collection.nextRecord, recordId + 1);
  return { document, raw };
}

function updateMany(writer: Writer, collection: Collection, order: UpdateOrder): Document {
  const plan = planQuery(writer.view, collection, { condition: order.filter.condition, sort: [], hint: order.hint });
  const found = Array.from(findMatches(writer.view, collection, plan, order.filter), ({ recordId }) => recordId);
  function* changes(): Generator<Change> {
    for (const recordId of found) {
      const raw = readRecord(writer.view, collection, recordId);
      const change = raw && changeOf(collection, { recordId, raw, document: decode(raw) }, order);
      if (change !== undefined) yield change;
    }
  }
  writer.check(changes);
  let modified = 0;
  for (const change of changes()) {
    writer.write(change);
    modified += 1;
  }
  return { n: found.length, nModified: modified, changed: modified > 0 };
}

function updateOne(writer: Writer, collection: Collection, order: UpdateOrder): Document {
  const match = findFirst(writer, collection, order);
  if (match === undefined) return { n: 0, nModified: 0 };
  const change = changeOf(collection, match, order);
  if (change !== undefined) writer.write(change);
  return { n: 1, nModified: change === undefined ? 0 : 1, changed: change !== undefined };
}

function updateStatement(order: UpdateOrder): Statement {
  return (writer) => {
    const collection = writer.collection();
    const run = order.multi ? updateMany : updateOne;
    const result = collection === undefined ? { n: 0, nModified: 0 } : run(writer, collection, order);
    if (result["n"] !== 0 || !order.upsert) return result;
    const { document } = upsertDocument(writer, order);
    return { n: 1, nModified: 0, upsertedId: document["_id"], changed: true };
  };
}

const known = ["q", "u", "multi", "upsert", "arrayFilters", "hint", "sort"];

export function readUpdate(statement: unknown): UpdateOrder {
  const fields = readFields(statement, { place: "update.updates", known });
  const arrayFilters = (fields["arrayFilters"] ?? []) as Document[];
  const update = compileUpdate(fields["u"], arrayFilters);
  const multi = fields["multi"] === true;
  if (multi && update.isReplacement)
    throw new EngineError(9, "multi update is not supported for replacement-style update");
  return {
    filter: compileFilter(fields.q),
    update,
    multi,
    upsert: fields["upsert"] === true,
    sort: readSort(fields["sort"]),
    hint: fields["hint"],
  };
}

/** Faults of one statement are its own error, so they are found when it runs. */
function lateStatement(statement: unknown): Statement {
  let ready: Statement | undefined;
  return (writer) => {
    ready ??= updateStatement(readUpdate(statement));
    return ready(writer);
  };
}

/** `update`: each statement finds, changes and writes in one step. */
export const update: Handler = async (request) => {
  const { statements, ordered, ids } = readWrite(request, "updates");
  const creates = statements.some((statement) => isDocument(statement) && statement["upsert"] === true);
  const results = await runStatements(request, { statements: statements.map(lateStatement), ordered, ids, creates });
  const upserted = results.flatMap((result, index) =>
    "upsertedId" in result ? [{ index, _id: result["upsertedId"] }] : [],
  );
  const total = (field: string): number => results.reduce((sum, result) => sum + Number(result[field] ?? 0), 0);
  return {
    n: total("n"),
    nModified: total("nModified"),
    ...(upserted.length > 0 ? { upserted } : {}),
    ...writeErrors(results),
  };
};
