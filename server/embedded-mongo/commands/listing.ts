import { checkNames } from "../query/known-names";
import { compileFilter } from "../query/match";
import type { Collection } from "../store/catalog";
import type { Document } from "../values/decode";
import { encode, RawDocument } from "../values/encode";
import { isDocument } from "../values/order";
import { checkFields, readCount, readFilter, type Handler } from "./request";
import { sizeOf } from "./statistics";

/** The `cursor.batchSize` option of listing commands. */
export function readBatchSize(command: Document): number | undefined {
  const options = command["cursor"];
  if (!isDocument(options)) return undefined;
  checkNames("cursor", options, ["batchSize"]);
  return readCount(options, "batchSize");
}

function describe(collection: Collection, nameOnly: boolean): Document {
  const short = { name: collection.name, type: "collection" };
  if (nameOnly) return short;
  return { ...short, options: {}, info: { readOnly: false }, idIndex: collection.indexes[0]?.specification };
}

export const listCollections: Handler = (request) => {
  checkFields(request, ["filter", "nameOnly", "cursor", "authorizedCollections"]);
  const { command, engine, database } = request;
  const { test } = compileFilter(readFilter(command, "filter"));
  const nameOnly = command["nameOnly"] === true;
  const rows = engine.catalog.inDatabase(database).sort((a, b) => (a.name < b.name ? -1 : 1));
  const shown = rows.map((collection) => describe(collection, nameOnly)).filter(test);
  const namespace = `${database}.$cmd.listCollections`;
  const batch = engine.cursors.start({
    namespace,
    rows: shown.map((row) => encode(row))[Symbol.iterator](),
    batchSize: readBatchSize(command) ?? Infinity,
    singleBatch: false,
    transaction: undefined,
  });
  return { cursor: { id: batch.id, ns: namespace, firstBatch: batch.documents } };
};

export const listDatabases: Handler = (request) => {
  checkFields(request, ["filter", "nameOnly", "authorizedDatabases"]);
  const { command, engine } = request;
  const { test } = compileFilter(readFilter(command, "filter"));
  const all = engine.catalog.databases().map((name) => {
    if (command["nameOnly"] === true) return { name };
    const sizeOnDisk = engine.catalog.inDatabase(name).reduce((sum, one) => sum + sizeOf(engine, one).bytes, 0);
    return { name, sizeOnDisk, empty: false };
  });
  const databases = all.filter(test).map((row) => new RawDocument(encode(row)));
  return { databases, totalSize: all.reduce((sum, row) => sum + ("sizeOnDisk" in row ? (row.sizeOnDisk ?? 0) : 0), 0) };
};
