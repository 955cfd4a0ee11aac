import { decode, type Document } from "../values/decode";
import type { Collection, IndexDefinition } from "./catalog";
import {
  afterPrefix,
  documentKey,
  idPrefix,
  recordIdAtEnd,
  recordIdBytes,
  type Environment,
  type Snapshot,
} from "./environment";

/** Where reads look: the committed state, or a transaction's snapshot with what it has staged on top. */
export interface View {
  environment: Environment;
  snapshot: Snapshot | undefined;
  /** Staged documents by collection and record; undefined = deleted. */
  staged: ReadonlyMap<number, ReadonlyMap<number, Buffer | undefined>> | undefined;
  /** Indexes built in a later batch are not in the snapshot. */
  newestBatch: number;
  /** Counts the documents read, for `explain`. */
  examined?: { documents: number };
}

/** A stretch of an index: keys from `start` up to, not including, `end`. */
export interface KeyRange {
  start: Buffer;
  end: Buffer;
}

export interface FoundRecord {
  recordId: number;
  raw: Buffer;
}

const firstChunk = 8;
const largestChunk = 256;

function transactionOf(view: View): { transaction?: Snapshot } {
  return view.snapshot === undefined ? {} : { transaction: view.snapshot };
}

/** The bytes of a record, or undefined when it is gone. */
export function readRecord(view: View, collection: Collection, recordId: number): Buffer | undefined {
  if (view.examined !== undefined) view.examined.documents += 1;
  const staged = view.staged?.get(collection.id);
  if (staged?.has(recordId) === true) return staged.get(recordId);
  return view.environment.documents.get(documentKey(collection.id, recordId), transactionOf(view));
}

/**
 * Every record in order of insertion. Reads in chunks and holds nothing open between them, so a cursor may rest for
 * minutes; each chunk sees the state of its moment.
 */
export function* scanRecords(view: View, collection: Collection): Generator<FoundRecord> {
  const end = afterPrefix(idPrefix(collection.id));
  let start = documentKey(collection.id, 0);
  let limit = firstChunk;
  for (;;) {
    const rows = [...view.environment.documents.getRange({ start, end, limit, ...transactionOf(view) })];
    for (const row of rows) {
      if (view.examined !== undefined) view.examined.documents += 1;
      yield { recordId: recordIdAtEnd(row.key), raw: row.value };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) return;
    start = documentKey(collection.id, recordIdAtEnd(last.key) + 1);
    limit = Math.min(limit * 2, largestChunk);
  }
}

/** Every document of a collection, for building and checking indexes. */
export function* scanDocuments(
  environment: Environment,
  collection: Collection,
): Generator<{ recordId: number; document: Document }> {
  const view = { environment, snapshot: undefined, staged: undefined, newestBatch: Infinity };
  for (const { recordId, raw } of scanRecords(view, collection)) yield { recordId, document: decode(raw) };
}

interface Entry {
  key: Buffer;
  recordId: number;
}

function readEntries(
  view: View,
  index: IndexDefinition,
  options: { start: Buffer; end: Buffer; limit: number; reverse: boolean },
): Entry[] {
  const { indexes } = view.environment;
  if (index.unique) {
    const rows = indexes.getRange({ ...options, ...transactionOf(view) });
    return [...rows].map(({ key, value }) => ({ key, recordId: recordIdAtEnd(value) }));
  }
  const keys = indexes.getKeys({ ...options, ...transactionOf(view) });
  return [...keys].map((key) => ({ key, recordId: recordIdAtEnd(key) }));
}

function* scanForward(view: View, index: IndexDefinition, range: KeyRange): Generator<number> {
  let { start } = range;
  let limit = firstChunk;
  for (;;) {
    const entries = readEntries(view, index, { start, end: range.end, limit, reverse: false });
    for (const entry of entries) yield entry.recordId;
    const last = entries.at(-1);
    if (last === undefined || entries.length < limit) return;
    start = Buffer.concat([last.key, Buffer.from([0])]);
    limit = Math.min(limit * 2, largestChunk);
  }
}

function valuesOf(index: IndexDefinition, entry: Entry): Buffer {
  return index.unique ? entry.key : entry.key.subarray(0, entry.key.length - recordIdBytes);
}

function lastBefore(view: View, key: Buffer, range: KeyRange): Buffer | undefined {
  const options = { start: key, end: range.start, limit: 2, reverse: true, ...transactionOf(view) };
  for (const found of view.environment.indexes.getKeys(options)) {
    if (Buffer.compare(found, key) < 0) return found;
  }
  return undefined;
}

/** Backwards by value, but records with equal values still come in order of insertion. */
function* scanBackward(view: View, index: IndexDefinition, range: KeyRange): Generator<number> {
  let bound = range.end;
  const first = view.environment.indexes.getKeys({
    start: range.start,
    end: range.end,
    limit: 1,
    ...transactionOf(view),
  });
  const lowest = [...first][0];
  if (lowest === undefined) return;
  for (;;) {
    const key =
      lastBefore(view, bound, { start: lowest, end: bound }) ??
      (Buffer.compare(lowest, bound) < 0 ? lowest : undefined);
    if (key === undefined) return;
    const values = valuesOf(index, { key, recordId: 0 });
    const group = {
      start: values,
      end: index.unique ? Buffer.concat([values, Buffer.from([0])]) : afterPrefix(values),
    };
    yield* scanForward(view, index, group);
    bound = values;
  }
}

/** Record ids of an index's stretch, in the index's order or backwards; ties in order of insertion. */
export function scanIndex(view: View, index: IndexDefinition, range: KeyRange, reverse: boolean): Generator<number> {
  return reverse ? scanBackward(view, index, range) : scanForward(view, index, range);
}
