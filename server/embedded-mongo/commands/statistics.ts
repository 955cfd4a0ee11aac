import type { Engine } from "../engine";
import type { Collection } from "../store/catalog";
import { afterPrefix } from "../store/environment";
import { scanRecords } from "../store/scan";
import { checkFields, findCollection, readName, type Handler } from "./request";

export interface Size {
  count: number;
  bytes: number;
  indexBytes: Record<string, number>;
}

/** Counts a collection's documents, their bytes and those of its index entries. */
export function sizeOf(engine: Engine, collection: Collection): Size {
  let count = 0;
  let bytes = 0;
  for (const { raw } of scanRecords(engine.view, collection)) {
    count += 1;
    bytes += raw.length;
  }
  const indexBytes: Record<string, number> = {};
  for (const index of collection.indexes) {
    let size = 0;
    const range = { start: index.prefix, end: afterPrefix(index.prefix) };
    for (const key of engine.environment.indexes.getKeys(range)) size += key.length;
    indexBytes[index.name] = size;
  }
  return { count, bytes, indexBytes };
}

function total(sizes: Record<string, number>): number {
  return Object.values(sizes).reduce((sum, size) => sum + size, 0);
}

export const collStats: Handler = (request) => {
  checkFields(request, []);
  const collection = findCollection(request);
  const ns = `${request.database}.${readName(request)}`;
  const size = collection === undefined ? { count: 0, bytes: 0, indexBytes: {} } : sizeOf(request.engine, collection);
  return {
    ns,
    count: size.count,
    size: size.bytes,
    avgObjSize: size.count === 0 ? 0 : Math.round(size.bytes / size.count),
    storageSize: size.bytes,
    nindexes: collection?.indexes.length ?? 0,
    indexSizes: size.indexBytes,
    totalIndexSize: total(size.indexBytes),
    totalSize: size.bytes + total(size.indexBytes),
    scaleFactor: 1,
  };
};

export const dbStats: Handler = (request) => {
  checkFields(request, []);
  const collections = request.engine.catalog.inDatabase(request.database);
  const sizes = collections.map((collection) => sizeOf(request.engine, collection));
  const sum = (of: (size: Size) => number): number => sizes.reduce((so, size) => so + of(size), 0);
  const objects = sum((size) => size.count);
  const dataSize = sum((size) => size.bytes);
  return {
    db: request.database,
    collections: collections.length,
    views: 0,
    objects,
    avgObjSize: objects === 0 ? 0 : dataSize / objects,
    dataSize,
    storageSize: dataSize,
    indexes: collections.reduce((so, one) => so + one.indexes.length, 0),
    indexSize: sum((size) => total(size.indexBytes)),
    totalSize: dataSize + sum((size) => total(size.indexBytes)),
    scaleFactor: 1,
  };
};
