import { EngineError, unsupported } from "../errors";
import { indexedValues } from "../store/index-keys";
import type { Document } from "../values/decode";
import { encodeKey } from "../values/key";
import { isDocument, isNumeric, toNumber } from "../values/order";
import { splitPath, type OrderedField } from "../values/paths";

/** MongoDB's limit on a sort without the disk, in bytes. */
const sortMemory = 100 * 1024 * 1024;

/** Reads `{ date: 1, name: -1 }`. */
export function readSort(sort: unknown): OrderedField[] {
  if (sort === undefined) return [];
  if (!isDocument(sort)) throw new EngineError(14, "Expected field sort to be of type object");
  return Object.entries(sort).map(([path, order]) => {
    if (isDocument(order)) throw unsupported(`a sort by ${Object.keys(order)[0] ?? "a document"}`);
    if (path === "$natural") throw unsupported("$natural");
    const direction = isNumeric(order) ? toNumber(order) : Number.NaN;
    if (direction !== 1 && direction !== -1)
      throw new EngineError(15975, "$sort key ordering must be 1 (for ascending) or -1 (for descending)");
    if (path === "" || path.startsWith("$"))
      throw new EngineError(15998, "FieldPath field names may not be empty or start with '$'.");
    return { path, parts: splitPath(path), direction };
  });
}

function lowestKey(document: Document, field: OrderedField): Buffer {
  const keys = indexedValues(document, [field], () => undefined).map((values) => encodeKey(values, [field.direction]));
  return keys.reduce((lowest, key) => (Buffer.compare(key, lowest) < 0 ? key : lowest));
}

/** Bytes that sort as the document does: of an array the lowest element counts, or the highest when descending. */
export function sortKey(document: Document, sort: readonly OrderedField[]): Buffer {
  const [only] = sort;
  if (only !== undefined && sort.length === 1) return lowestKey(document, only);
  return Buffer.concat(sort.map((field) => lowestKey(document, field)));
}

/** Something to be sorted: it is held, so it should be small; `order` is its place among equals. */
export interface SortRow<T> {
  key: Buffer;
  order: number;
  bytes: number;
  item: T;
}

function compareRows(a: SortRow<unknown>, b: SortRow<unknown>): number {
  return Buffer.compare(a.key, b.key) || a.order - b.order;
}

/** Sorts in memory, keeping no more than twice what is wanted. Throws 292 over 100 MB. */
export function sortRows<T>(source: Iterable<SortRow<T>>, limit: number): T[] {
  let rows: SortRow<T>[] = [];
  let bytes = 0;
  const cut = (): void => {
    rows = rows.sort(compareRows).slice(0, limit);
    bytes = rows.reduce((sum, row) => sum + row.bytes + row.key.length, 0);
  };
  for (const row of source) {
    rows.push(row);
    bytes += row.key.length + row.bytes;
    if (rows.length >= limit * 2 + 64 || (bytes > sortMemory && rows.length > limit)) cut();
    if (bytes > sortMemory) {
      throw new EngineError(
        292,
        `Sort exceeded memory limit of ${sortMemory} bytes, but did not opt in to external sorting.`,
      );
    }
  }
  cut();
  return rows.map((row) => row.item);
}
