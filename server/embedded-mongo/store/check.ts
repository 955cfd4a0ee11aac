import type { Engine } from "../engine";
import { decode } from "../values/decode";
import type { Collection, IndexDefinition } from "./catalog";
import { afterPrefix, idPrefix, recordIdAtEnd, recordIdBytes } from "./environment";
import { keysOf } from "./index-keys";
import { readRecord, scanDocuments } from "./scan";

export interface CheckReport {
  lines: string[];
  faults: number;
}

function storedKey(index: IndexDefinition, key: Buffer, recordId: number): Buffer {
  if (index.unique) return key;
  const end = Buffer.alloc(recordIdBytes);
  end.writeUIntBE(recordId, 0, recordIdBytes);
  return Buffer.concat([key, end]);
}

/** Every document has its entries. */
function missingEntries(
  engine: Engine,
  collection: Collection,
  index: IndexDefinition,
): { expected: number; missing: number } {
  let expected = 0;
  let missing = 0;
  for (const { recordId, document } of scanDocuments(engine.environment, collection)) {
    for (const key of keysOf(index, document)) {
      expected += 1;
      const value = engine.environment.indexes.get(storedKey(index, key, recordId));
      const right = value !== undefined && (!index.unique || recordIdAtEnd(value) === recordId);
      if (!right) missing += 1;
    }
  }
  return { expected, missing };
}

/** Every entry belongs to a document. */
function strayEntries(
  engine: Engine,
  collection: Collection,
  index: IndexDefinition,
): { found: number; stray: number } {
  let found = 0;
  let stray = 0;
  const range = { start: index.prefix, end: afterPrefix(index.prefix) };
  for (const { key, value } of engine.environment.indexes.getRange(range)) {
    found += 1;
    const recordId = recordIdAtEnd(index.unique ? value : key);
    const raw = readRecord(engine.view, collection, recordId);
    const keys = raw === undefined ? [] : keysOf(index, decode(raw));
    if (!keys.some((one) => storedKey(index, one, recordId).equals(key))) stray += 1;
  }
  return { found, stray };
}

function checkIndex(engine: Engine, collection: Collection, index: IndexDefinition): { line: string; faults: number } {
  const { expected, missing } = missingEntries(engine, collection, index);
  const { found, stray } = strayEntries(engine, collection, index);
  const faults = missing + stray + (expected === found ? 0 : 1);
  const verdict = faults === 0 ? "agrees" : `DISAGREES (${missing} missing, ${stray} stray)`;
  return { line: `  ${index.name}: ${found} entries, ${verdict}`, faults };
}

function unknownRows(engine: Engine): number {
  const collections = new Set(engine.catalog.all().map((collection) => collection.id));
  const indexes = new Set(engine.catalog.all().flatMap((collection) => collection.indexes.map((index) => index.id)));
  let unknown = 0;
  for (const key of engine.environment.documents.getKeys({ start: idPrefix(0) }))
    if (!collections.has(key.readUInt32BE(0))) unknown += 1;
  for (const key of engine.environment.indexes.getKeys({ start: idPrefix(0) }))
    if (!indexes.has(key.readUInt32BE(0))) unknown += 1;
  return unknown;
}

/** Compares every index with its documents, both ways. */
export function checkStore(engine: Engine): CheckReport {
  const lines: string[] = [];
  let faults = 0;
  for (const collection of engine.catalog.all()) {
    let documents = 0;
    for (const _one of scanDocuments(engine.environment, collection)) documents += 1;
    lines.push(`${collection.database}.${collection.name}: ${documents} documents`);
    for (const index of collection.indexes) {
      const result = checkIndex(engine, collection, index);
      lines.push(result.line);
      faults += result.faults;
    }
  }
  const unknown = unknownRows(engine);
  if (unknown > 0) lines.push(`${unknown} rows belong to no collection`);
  faults += unknown;
  lines.push(faults === 0 ? "Every index agrees with its documents." : `${faults} faults.`);
  return { lines, faults };
}
