import { EngineError } from "../errors";
import { compileFilter } from "../query/match";
import { compileProjection } from "../query/project";
import { readSort } from "../query/sort";
import { compileUpdate } from "../query/update";
import { decode, type Document } from "../values/decode";
import { RawDocument } from "../values/encode";
import { isDocument } from "../values/order";
import { checkFields, readFilter, readName, type Handler } from "./request";
import { changeOf, findFirst, upsertDocument, type UpdateOrder } from "./update";
import { makeChange, runStatements, type Statement, type Writer } from "./write";

interface Order {
  update: UpdateOrder | undefined;
  selection: Omit<UpdateOrder, "update">;
  /** Shapes the answer from a document's bytes. */
  shape: (raw: Buffer) => Document | RawDocument;
  wantsNew: boolean;
}

function removeOne(writer: Writer, order: Order): Document {
  const collection = writer.collection();
  const match = collection === undefined ? undefined : findFirst(writer, collection, order.selection);
  if (collection === undefined || match === undefined) return { lastErrorObject: { n: 0 }, value: null };
  const value = order.shape(match.raw);
  writer.write(makeChange(collection, match.recordId, { before: match.raw }));
  return { lastErrorObject: { n: 1 }, value, changed: true };
}

function updateOne(writer: Writer, update: UpdateOrder, order: Order): Document {
  const collection = writer.collection();
  const match = collection === undefined ? undefined : findFirst(writer, collection, update);
  if (collection === undefined || match === undefined) return upsertOne(writer, update, order);
  const change = changeOf(collection, match, update);
  const value = order.shape(order.wantsNew ? (change?.after?.raw ?? match.raw) : match.raw);
  if (change !== undefined) writer.write(change);
  return { lastErrorObject: { n: 1, updatedExisting: true }, value, changed: change !== undefined };
}

function upsertOne(writer: Writer, update: UpdateOrder, order: Order): Document {
  if (!update.upsert) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
  const { document, raw } = upsertDocument(writer, update);
  const value = order.wantsNew ? order.shape(raw) : null;
  return { lastErrorObject: { n: 1, updatedExisting: false, upserted: document["_id"] }, value, changed: true };
}

export const findAndModifyFields = [
  "query", "sort", "update", "remove", "new", "fields", "upsert", "arrayFilters", "hint", "stmtId",
]; // prettier-ignore

export function readFindAndModify(command: Document): Order {
  const filter = compileFilter(readFilter(command, "query"));
  const fields = command["fields"];
  const projection =
    isDocument(fields) && Object.keys(fields).length > 0
      ? compileProjection(fields, { filter, isFind: true })
      : undefined;
  const selection = {
    filter,
    multi: false,
    upsert: command["upsert"] === true,
    sort: readSort(command["sort"] ?? undefined),
    hint: command["hint"],
  };
  const removes = command["remove"] === true;
  if (removes && command["update"] !== undefined)
    throw new EngineError(9, "Cannot specify both an update and remove=true");
  if (removes && command["new"] === true) {
    throw new EngineError(
      9,
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  }
  if (removes && selection.upsert) throw new EngineError(9, "Cannot specify both upsert=true and remove=true");
  if (!removes && command["update"] === undefined)
    throw new EngineError(9, "Either an update or remove=true must be specified");
  if (removes && command["arrayFilters"] !== undefined)
    throw new EngineError(9, "Cannot specify arrayFilters and remove=true");
  const arrayFilters = (command["arrayFilters"] ?? []) as Document[];
  return {
    selection,
    update: removes ? undefined : { ...selection, update: compileUpdate(command["update"], arrayFilters) },
    shape: (raw) => (projection === undefined ? new RawDocument(raw) : projection(decode(raw))),
    wantsNew: command["new"] === true,
  };
}

/** `findAndModify`: finds one document, changes or removes it, and answers with it. */
export const findAndModify: Handler = async (request) => {
  checkFields(request, findAndModifyFields);
  readName(request);
  const order = readFindAndModify(request.command);
  const statement: Statement = (writer) =>
    order.update === undefined ? removeOne(writer, order) : updateOne(writer, order.update, order);
  const creates = order.selection.upsert;
  const [result] = await runStatements(request, { statements: [statement], ordered: true, ids: [0], creates });
  const error = result?.["error"] as Document | undefined;
  if (error !== undefined) {
    const { errmsg, code, codeName: _codeName, ...details } = error;
    throw new EngineError(Number(code), String(errmsg), details);
  }
  return { lastErrorObject: result?.["lastErrorObject"], value: result?.["value"] ?? null };
};
