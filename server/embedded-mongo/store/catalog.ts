import { compileFilter } from "../query/match";
import { decode, type Document } from "../values/decode";
import { encode } from "../values/encode";
import { splitPath, type OrderedField } from "../values/paths";
import { documentKey, idPrefix, recordIdAtEnd, type Environment } from "./environment";

export interface IndexDefinition {
  id: number;
  prefix: Buffer;
  name: string;
  /** As `listIndexes` shows it. */
  specification: Document;
  fields: readonly OrderedField[];
  directions: readonly number[];
  unique: boolean;
  isGeo: boolean;
  partialFilter: Document | undefined;
  accepts: ((document: Document) => boolean) | undefined;
  expireAfterSeconds: number | undefined;
  /** Places of the fields that have met an array in some document. */
  multikey: Set<number>;
  /** The batch that built it: an older snapshot does not hold its entries. */
  builtIn: number;
}

export interface Collection {
  id: number;
  database: string;
  name: string;
  indexes: IndexDefinition[];
  nextRecord: number;
}

const counterKey = Buffer.from([1]);

function collectionKey(database: string, name: string): Buffer {
  return Buffer.from(`${database}\0${name}`);
}

/** Turns what `createIndexes` was told, already checked, into a definition. */
export function defineIndex(input: {
  id: number;
  specification: Document;
  multikey: number[];
  builtIn: number;
}): IndexDefinition {
  const { id, specification } = input;
  const key = specification["key"] as Record<string, number | string>;
  const fields = Object.entries(key).map(([path, kind]) => ({
    path,
    parts: splitPath(path),
    direction: typeof kind === "number" && kind < 0 ? -1 : 1,
  }));
  const partialFilter = specification["partialFilterExpression"] as Document | undefined;
  const seconds = specification["expireAfterSeconds"];
  const name = String(specification["name"]);
  return {
    id,
    prefix: idPrefix(id),
    name,
    specification,
    fields,
    directions: fields.map((field) => field.direction),
    unique: name === "_id_" || specification["unique"] === true,
    isGeo: Object.values(key).includes("2dsphere"),
    partialFilter,
    accepts: partialFilter === undefined ? undefined : compileFilter(partialFilter).test,
    expireAfterSeconds: typeof seconds === "number" ? seconds : undefined,
    multikey: new Set(input.multikey),
    builtIn: input.builtIn,
  };
}

/** Every collection and index, in memory; changed only inside a write batch, read again when a batch fails. */
export class Catalog {
  private collections = new Map<string, Map<string, Collection>>();
  private lastId = 0;
  private saved = new Map<IndexDefinition, number>();

  constructor(private readonly environment: Environment) {
    this.reload();
  }

  reload(): void {
    this.collections = new Map();
    this.saved = new Map();
    this.lastId = this.environment.catalog.get(counterKey)?.readUInt32BE(0) ?? 0;
    for (const { key, value } of this.environment.catalog.getRange({ start: Buffer.from([2]) })) {
      const [database = "", name = ""] = key.toString().split("\0");
      this.remember(this.read(database, name, decode(value)));
    }
  }

  private read(database: string, name: string, stored: Document): Collection {
    const id = stored["id"] as number;
    const rows = stored["indexes"] as { id: number; specification: Document; multikey: number[] }[];
    const indexes = rows.map((row) => defineIndex({ ...row, builtIn: 0 }));
    for (const index of indexes) this.saved.set(index, index.multikey.size);
    return { id, database, name, indexes, nextRecord: this.lastRecord(id) + 1 };
  }

  private lastRecord(collectionId: number): number {
    const start = documentKey(collectionId, 2 ** 48 - 1);
    const end = idPrefix(collectionId);
    for (const key of this.environment.documents.getKeys({ start, end, reverse: true, limit: 1 }))
      return recordIdAtEnd(key);
    return 0;
  }

  private remember(collection: Collection): void {
    const inDatabase = this.collections.get(collection.database) ?? new Map<string, Collection>();
    inDatabase.set(collection.name, collection);
    this.collections.set(collection.database, inDatabase);
  }

  databases(): string[] {
    return [...this.collections.keys()].sort();
  }

  inDatabase(database: string): Collection[] {
    return [...(this.collections.get(database)?.values() ?? [])];
  }

  all(): Collection[] {
    return this.databases().flatMap((database) => this.inDatabase(database));
  }

  find(database: string, name: string): Collection | undefined {
    return this.collections.get(database)?.get(name);
  }

  takeId(): number {
    this.lastId += 1;
    this.environment.catalog.putSync(counterKey, idPrefix(this.lastId));
    return this.lastId;
  }

  create(database: string, name: string): Collection {
    const id = this.takeId();
    const collection = { id, database, name, indexes: [], nextRecord: 1 } as Collection;
    const specification = { v: 2, key: { _id: 1 }, name: "_id_" };
    collection.indexes.push(defineIndex({ id: this.takeId(), specification, multikey: [], builtIn: 0 }));
    this.remember(collection);
    this.save(collection);
    return collection;
  }

  save(collection: Collection): void {
    const indexes = collection.indexes.map(({ id, specification, multikey }) => ({
      id,
      specification,
      multikey: [...multikey],
    }));
    for (const index of collection.indexes) this.saved.set(index, index.multikey.size);
    const row = encode({ id: collection.id, indexes });
    this.environment.catalog.putSync(collectionKey(collection.database, collection.name), row);
  }

  /** Saves the collection when an index of it has met its first array. */
  saveNewMultikeys(collection: Collection): void {
    if (collection.indexes.some((index) => this.saved.get(index) !== index.multikey.size)) this.save(collection);
  }

  forget(collection: Collection): void {
    const inDatabase = this.collections.get(collection.database);
    inDatabase?.delete(collection.name);
    if (inDatabase?.size === 0) this.collections.delete(collection.database);
    this.environment.catalog.removeSync(collectionKey(collection.database, collection.name));
  }
}
