import { EngineError } from "../errors";
import type { Engine } from "../engine";
import type { Collection } from "../store/catalog";
import { clearPrefix } from "../store/changes";
import { idPrefix } from "../store/environment";
import { checkFields, readMaxTime, readName, type Handler, type Request } from "./request";

/** Runs a change to the catalog inside a write batch. */
export function changeCatalog<T>(request: Request, run: () => T): Promise<T> {
  return request.engine.queue.submit({ run, maxTimeMS: readMaxTime(request) });
}

export const createCollection: Handler = async (request) => {
  checkFields(request, []);
  const name = readName(request);
  await changeCatalog(request, () => {
    const { catalog } = request.engine;
    if (catalog.find(request.database, name) === undefined) catalog.create(request.database, name);
  });
  return {};
};

function dropOne(engine: Engine, collection: Collection): void {
  engine.transactions.waitForCollection(collection);
  for (const index of collection.indexes) clearPrefix(engine.environment.indexes, index.prefix);
  clearPrefix(engine.environment.documents, idPrefix(collection.id));
  engine.catalog.forget(collection);
}

export const dropCollection: Handler = async (request) => {
  checkFields(request, []);
  const name = readName(request);
  const indexes = await changeCatalog(request, () => {
    const collection = request.engine.catalog.find(request.database, name);
    if (collection === undefined) throw new EngineError(26, "ns not found");
    dropOne(request.engine, collection);
    return collection.indexes.length;
  });
  return { ns: `${request.database}.${name}`, nIndexesWas: indexes };
};

export const dropDatabase: Handler = async (request) => {
  checkFields(request, []);
  await changeCatalog(request, () => {
    const collections = request.engine.catalog.inDatabase(request.database);
    for (const collection of collections) request.engine.transactions.waitForCollection(collection);
    for (const collection of collections) dropOne(request.engine, collection);
  });
  return { dropped: request.database };
};
