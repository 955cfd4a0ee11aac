import type { OrderedField } from "../values/paths";
import { decode, type Document } from "../values/decode";
import { encode } from "../values/encode";
import { sortKey, sortRows } from "./sort";

export function* limited(rows: Iterable<Document>, limit: number): Generator<Document> {
  let count = 0;
  for (const row of rows) {
    yield row;
    count += 1;
    if (count >= limit) return;
  }
}

export function* skipped(rows: Iterable<Document>, skip: number): Generator<Document> {
  let count = 0;
  for (const row of rows) {
    count += 1;
    if (count > skip) yield row;
  }
}

export function* sorted(rows: Iterable<Document>, sort: readonly OrderedField[], limit: number): Generator<Document> {
  function* source(): Generator<{ key: Buffer; order: number; bytes: number; item: Buffer }> {
    let order = 0;
    for (const row of rows) {
      const item = encode(row);
      yield { key: sortKey(row, sort), order: (order += 1), bytes: item.length, item };
    }
  }
  for (const raw of sortRows(source(), limit)) yield decode(raw);
}

/** Sorts rows that are in the order of the first field already: equals at a time, reading no further than is asked for. */
export function* sortedAmongEquals(rows: Iterable<Document>, sort: readonly OrderedField[]): Generator<Document> {
  let equals: Document[] = [];
  let key: Buffer | undefined;
  for (const row of rows) {
    const next = sortKey(row, sort.slice(0, 1));
    if (key?.equals(next) === false) {
      yield* sorted(equals, sort, Infinity);
      equals = [];
    }
    key = next;
    equals.push(row);
  }
  yield* sorted(equals, sort, Infinity);
}

export function* sampled(rows: Iterable<Document>, size: number): Generator<Document> {
  const kept: Document[] = [];
  let seen = 0;
  for (const row of rows) {
    seen += 1;
    const place = kept.length < size ? kept.length : Math.floor(Math.random() * seen);
    if (place < size) kept[place] = row;
  }
  yield* kept;
}
