import { EngineError } from "../errors";
import type { Document } from "../values/decode";
import { fieldOf, splitPath, valueAtPath } from "../values/paths";
import type { Catalog, Collection, IndexDefinition } from "./catalog";
import { afterPrefix, documentKey, recordIdAtEnd, recordIdBytes, type Environment, type Snapshot } from "./environment";
import { keysOf } from "./index-keys";

/** A document with its bytes as they are stored. */
export interface StoredDocument {
  raw: Buffer;
  document: Document;
}

/** One document written: absent before = inserted, absent after = deleted. */
export interface Change {
  collection: Collection;
  recordId: number;
  before: StoredDocument | undefined;
  after: StoredDocument | undefined;
}

export interface IndexChange {
  index: IndexDefinition;
  removed: Buffer[];
  added: Buffer[];
}

const nothing = Buffer.alloc(0);

function recordBytes(recordId: number): Buffer {
  const bytes = Buffer.allocUnsafe(recordIdBytes);
  bytes.writeUIntBE(recordId, 0, recordIdBytes);
  return bytes;
}

function without(keys: readonly Buffer[], others: readonly Buffer[]): Buffer[] {
  return keys.filter((key) => !others.some((other) => other.equals(key)));
}

/** What a change does to the indexes. Throws when a value cannot be indexed; writes nothing. */
export function indexChanges(change: Change): IndexChange[] {
  const changes: IndexChange[] = [];
  for (const index of change.collection.indexes) {
    const before = change.before === undefined ? [] : keysOf(index, change.before.document);
    const after = change.after === undefined ? [] : keysOf(index, change.after.document);
    const removed = without(before, after);
    const added = without(after, before);
    if (removed.length + added.length > 0) changes.push({ index, removed, added });
  }
  return changes;
}

/** The record that holds a key of a unique index. */
export function keyOwner(environment: Environment, key: Buffer, snapshot?: Snapshot): number | undefined {
  if (snapshot === undefined) {
    const value = environment.indexes.get(key);
    return value === undefined ? undefined : recordIdAtEnd(value);
  }
  const range = environment.indexes.getRange({ start: key, end: afterPrefix(key), limit: 1, transaction: snapshot });
  for (const entry of range) return entry.key.equals(key) ? recordIdAtEnd(entry.value) : undefined;
  return undefined;
}

/** MongoDB's error 11000, with the key's fields and values. */
export function duplicateKey(collection: Collection, index: IndexDefinition, document: Document): EngineError {
  const keyPattern = index.specification["key"] as Document;
  const keyValue: Document = {};
  for (const path of Object.keys(keyPattern)) {
    keyValue[path] = (path.includes(".") ? valueAtPath(document, splitPath(path)) : fieldOf(document, path)) ?? null;
  }
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${JSON.stringify(value)}`);
  const message = `E11000 duplicate key error collection: ${collection.database}.${collection.name} index: ${index.name} dup key: { ${shown.join(", ")} }`;
  return new EngineError(11000, message, { keyPattern, keyValue });
}

function writeEntries(environment: Environment, recordId: number, changes: readonly IndexChange[]): void {
  const { indexes } = environment;
  const record = recordBytes(recordId);
  for (const { index, removed, added } of changes) {
    for (const key of removed) indexes.removeSync(index.unique ? key : Buffer.concat([key, record]));
    for (const key of added) {
      if (index.unique) indexes.putSync(key, record);
      else indexes.putSync(Buffer.concat([key, record]), nothing);
    }
  }
}

type Store = { environment: Environment; catalog: Catalog };
type Planned = { change: Change; changes: readonly IndexChange[] };

function checkTogether(environment: Environment, planned: readonly Planned[]): void {
  const freed = new Set<string>();
  for (const { changes } of planned) {
    for (const { removed } of changes) for (const key of removed) freed.add(key.toString("latin1"));
  }
  for (const { change, changes } of planned) {
    for (const { index, added } of changes) {
      if (!index.unique || change.after === undefined) continue;
      for (const key of added) {
        const owner = keyOwner(environment, key);
        const taken = owner !== undefined && owner !== change.recordId && !freed.has(key.toString("latin1"));
        if (taken) throw duplicateKey(change.collection, index, change.after.document);
      }
    }
  }
}

function writeDocument(store: Store, change: Change): void {
  store.catalog.saveNewMultikeys(change.collection);
  const key = documentKey(change.collection.id, change.recordId);
  if (change.after === undefined) store.environment.documents.removeSync(key);
  else store.environment.documents.putSync(key, change.after.raw);
}

/** Writes a change and its index entries inside the running batch; throws before the first write when it may not happen. */
export function applyChange(store: Store, change: Change, changes: readonly IndexChange[]): void {
  checkTogether(store.environment, [{ change, changes }]);
  writeEntries(store.environment, change.recordId, changes);
  writeDocument(store, change);
}

/** Writes the changes of a transaction: all of them, or none when a unique key would be held twice. */
export function applyTogether(store: Store, all: readonly Change[]): void {
  const planned = all.map((change) => ({ change, changes: indexChanges(change) }));
  checkTogether(store.environment, planned);
  const part = (changes: readonly IndexChange[], kept: "removed" | "added"): IndexChange[] =>
    changes.map((one) => ({ index: one.index, removed: [], added: [], [kept]: one[kept] }));
  for (const { change, changes } of planned) writeEntries(store.environment, change.recordId, part(changes, "removed"));
  for (const { change, changes } of planned) {
    writeEntries(store.environment, change.recordId, part(changes, "added"));
    writeDocument(store, change);
  }
}

/** Builds an index over the documents that are already there. Throws 11000 when two of them share a unique key. */
export function buildIndex(
  store: Store,
  collection: Collection,
  index: IndexDefinition,
  documents: Iterable<{ recordId: number; document: Document }>,
): void {
  for (const { recordId, document } of documents) {
    const added = keysOf(index, document);
    const stored = { raw: nothing, document };
    const changes = [{ index, removed: [], added }];
    checkTogether(store.environment, [{ change: { collection, recordId, before: undefined, after: stored }, changes }]);
    writeEntries(store.environment, recordId, changes);
  }
}

/** Removes every row that begins with these bytes. */
export function clearPrefix(table: Environment["documents"], prefix: Buffer): void {
  const end = afterPrefix(prefix);
  for (;;) {
    const keys = [...table.getKeys({ start: prefix, end, limit: 1000 })];
    for (const key of keys) table.removeSync(key);
    if (keys.length < 1000) return;
  }
}
