import { EngineError, unsupported } from "../errors";
import { deadlineCheck, findMatches, rowsToSort, type Match } from "../query/execute";
import type { Filter } from "../query/conditions";
import { compileFilter } from "../query/match";
import { planQuery, type Plan } from "../query/plan";
import { compileProjection, type Projection } from "../query/project";
import { readSort, sortRows } from "../query/sort";
import type { Collection } from "../store/catalog";
import type { OrderedField } from "../values/paths";
import type { FoundRecord, View } from "../store/scan";
import { decode, type Document } from "../values/decode";
import { encode } from "../values/encode";
import { isDocument } from "../values/order";
import {
  checkFields,
  findCollection,
  readCount,
  readFilter,
  readMaxTime,
  readName,
  readWhole,
  viewOf,
  type Handler,
  type Request,
} from "./request";

/** A `find`, read and compiled. */
export interface FindOrder {
  filter: Filter;
  sort: readonly OrderedField[];
  skip: number;
  limit: number;
  hint: unknown;
  projection: Projection | undefined;
}

export const findFields = [
  "filter",
  "sort",
  "projection",
  "skip",
  "limit",
  "batchSize",
  "singleBatch",
  "hint",
  "allowPartialResults",
];

export function readFind(command: Document): FindOrder {
  const filter = compileFilter(readFilter(command, "filter"));
  const projection = readFilter(command, "projection");
  const limit = command["limit"] === undefined ? 0 : Math.abs(readWhole("limit", command["limit"]));
  return {
    filter,
    sort: readSort(command["sort"] ?? undefined),
    skip: readCount(command, "skip") ?? 0,
    limit: limit === 0 ? Infinity : limit,
    hint: readHint(command["hint"]),
    projection:
      Object.keys(projection).length === 0 ? undefined : compileProjection(projection, { filter, isFind: true }),
  };
}

export function readHint(hint: unknown): unknown {
  if (hint === undefined || (isDocument(hint) && Object.keys(hint).length === 0)) return undefined;
  if (isDocument(hint) && "$natural" in hint) throw unsupported("$natural");
  if (typeof hint !== "string" && !isDocument(hint)) throw new EngineError(9, "hint must be a string or an object");
  return hint;
}

export function planFind(view: View, collection: Collection, order: FindOrder): Plan {
  return planQuery(view, collection, { condition: order.filter.condition, sort: order.sort, hint: order.hint });
}

function* sorted(matches: Iterable<Match>, order: FindOrder): Generator<FoundRecord> {
  yield* sortRows(rowsToSort(matches, order.sort), order.skip + order.limit);
}

function* rowsOf(records: Iterable<FoundRecord & { document?: Document }>, order: FindOrder): Generator<Buffer> {
  let place = 0;
  for (const { raw, document } of records) {
    place += 1;
    if (place <= order.skip) continue;
    yield order.projection === undefined ? raw : encode(order.projection(document ?? decode(raw)));
    if (place >= order.skip + order.limit) return;
  }
}

/** The rows of a find, as bytes. */
export function* findRows(view: View, collection: Collection, order: FindOrder, check: () => void): Generator<Buffer> {
  const plan = planFind(view, collection, order);
  const matches = checked(findMatches(view, collection, plan, order.filter), check);
  yield* rowsOf(plan.sorted ? matches : sorted(matches, order), order);
}

function* checked(matches: Iterable<Match>, check: () => void): Generator<Match> {
  for (const match of matches) {
    check();
    yield match;
  }
}

function empty(): Iterator<Buffer> {
  return ([] as Buffer[])[Symbol.iterator]();
}

/** Opens a cursor over rows and answers with its first batch. */
export function openCursor(
  request: Request,
  rows: Iterator<Buffer>,
  options: { batchSize: number | undefined; singleBatch: boolean },
): Document {
  const namespace = `${request.database}.${readName(request)}`;
  const batch = request.engine.cursors.start({ namespace, rows, ...options, transaction: request.transaction });
  return { cursor: { firstBatch: batch.documents, id: batch.id, ns: namespace } };
}

export const find: Handler = (request) => {
  checkFields(request, findFields);
  const { command } = request;
  const order = readFind(command);
  const collection = findCollection(request);
  const check = deadlineCheck(readMaxTime(request));
  const rows = collection === undefined ? empty() : findRows(viewOf(request), collection, order, check);
  const singleBatch = command["singleBatch"] === true || (typeof command["limit"] === "number" && command["limit"] < 0);
  return openCursor(request, rows, { batchSize: readCount(command, "batchSize"), singleBatch });
};
