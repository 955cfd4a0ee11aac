import { EngineError } from "../errors";
import { defineIndex, type Collection, type IndexDefinition } from "../store/catalog";
import { buildIndex, clearPrefix } from "../store/changes";
import { scanDocuments } from "../store/scan";
import type { Document } from "../values/decode";
import { encode } from "../values/encode";
import { compareValues } from "../values/order";
import { changeCatalog } from "./collections";
import { readSpecification } from "./index-specification";
import { readBatchSize } from "./listing";
import { checkFields, findCollection, readName, type Handler, type Request } from "./request";

function agree(a: Document, b: Document, fields: readonly string[]): boolean {
  return fields.every((field) => compareValues(a[field], b[field]) === 0);
}

/** The existing index a specification repeats. Throws 85 or 86 when it only half agrees with one. */
function existing(collection: Collection, specification: Document): IndexDefinition | undefined {
  if (agree(specification, { key: { _id: 1 } }, ["key"])) return collection.indexes[0];
  const named = collection.indexes.find((index) => index.name === specification["name"]);
  if (named !== undefined) {
    if (compareValues(named.specification, specification) === 0) return named;
    const sameShape = agree(named.specification, specification, ["key", "unique", "partialFilterExpression"]);
    const message = `An existing index has the same name as the requested index but another definition: ${named.name}`;
    throw new EngineError(sameShape ? 85 : 86, message);
  }
  const same = collection.indexes.find((index) =>
    agree(index.specification, specification, ["key", "partialFilterExpression"]),
  );
  if (same !== undefined) throw new EngineError(85, `Index already exists with a different name: ${same.name}`);
  return undefined;
}

function addIndex(request: Request, collection: Collection, specification: Document): void {
  const { engine } = request;
  if (collection.indexes.length >= 64) throw new EngineError(67, "add index fails, too many indexes");
  const index = defineIndex({ id: engine.catalog.takeId(), specification, multikey: [], builtIn: engine.queue.batch });
  try {
    buildIndex(engine, collection, index, scanDocuments(engine.environment, collection));
  } catch (error) {
    clearPrefix(engine.environment.indexes, index.prefix);
    throw error;
  }
  collection.indexes.push(index);
}

export const createIndexes: Handler = async (request) => {
  checkFields(request, ["indexes"]);
  const name = readName(request);
  const indexes = request.command["indexes"];
  if (!Array.isArray(indexes) || indexes.length === 0)
    throw new EngineError(2, "Must specify at least one index to create");
  const specifications = indexes.map(readSpecification);
  return changeCatalog(request, () => {
    const { catalog, transactions } = request.engine;
    const found = catalog.find(request.database, name);
    if (found !== undefined) transactions.waitForCollection(found);
    const collection = found ?? catalog.create(request.database, name);
    const before = collection.indexes.length;
    try {
      for (const specification of specifications) {
        if (existing(collection, specification) === undefined) addIndex(request, collection, specification);
      }
    } finally {
      catalog.save(collection);
    }
    const after = collection.indexes.length;
    const note = after === before ? { note: "all indexes already exist" } : {};
    return {
      numIndexesBefore: before,
      numIndexesAfter: after,
      createdCollectionAutomatically: found === undefined,
      ...note,
    };
  });
};

function chosenIndexes(collection: Collection, wanted: unknown): IndexDefinition[] {
  if (wanted === "*") return collection.indexes.slice(1);
  if (Array.isArray(wanted)) return wanted.flatMap((one: unknown) => chosenIndexes(collection, one));
  const found = collection.indexes.find(
    (index) => index.name === wanted || compareValues(index.specification["key"], wanted) === 0,
  );
  if (found === undefined) throw new EngineError(27, `index not found with name [${String(wanted)}]`);
  if (found.name === "_id_") throw new EngineError(72, "cannot drop _id index");
  return [found];
}

export const dropIndexes: Handler = (request) => {
  checkFields(request, ["index"]);
  const name = readName(request);
  return changeCatalog(request, () => {
    const { catalog, environment, transactions } = request.engine;
    const collection = catalog.find(request.database, name);
    if (collection === undefined) throw new EngineError(26, `ns not found ${request.database}.${name}`);
    transactions.waitForCollection(collection);
    const before = collection.indexes.length;
    for (const index of chosenIndexes(collection, request.command["index"])) {
      clearPrefix(environment.indexes, index.prefix);
      collection.indexes = collection.indexes.filter((other) => other !== index);
    }
    catalog.save(collection);
    return { nIndexesWas: before };
  });
};

export const listIndexes: Handler = (request) => {
  checkFields(request, ["cursor"]);
  const collection = findCollection(request);
  const namespace = `${request.database}.${readName(request)}`;
  if (collection === undefined) throw new EngineError(26, `ns does not exist: ${namespace}`);
  const batch = request.engine.cursors.start({
    namespace,
    rows: collection.indexes.map((index) => encode(index.specification))[Symbol.iterator](),
    batchSize: readBatchSize(request.command) ?? Infinity,
    singleBatch: false,
    transaction: undefined,
  });
  return { cursor: { id: batch.id, ns: namespace, firstBatch: batch.documents } };
};
