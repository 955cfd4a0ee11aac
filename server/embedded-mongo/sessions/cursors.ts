import { randomInt } from "node:crypto";
import { Long } from "bson";
import { EngineError } from "../errors";
import { RawDocument } from "../values/encode";
import type { Transaction } from "./transactions";

/** Bytes of one batch of a cursor. */
const batchBytes = 16 * 1024 * 1024;
const defaultFirstBatch = 101;
const idleMilliseconds = 10 * 60 * 1000;
const mostCursors = 2000;

interface Cursor {
  namespace: string;
  rows: Iterator<Buffer>;
  held: Buffer | undefined;
  transaction: Transaction | undefined;
  usedAt: number;
}

export interface Batch {
  id: Long;
  documents: RawDocument[];
}

/** Open cursors. Their rows are read as they are asked for; ten minutes without a question close one. */
export class Cursors {
  private readonly open = new Map<string, Cursor>();

  /** Takes the first batch and keeps the rest, if there is any. `batchSize` 0 opens a cursor without reading. */
  start(input: {
    namespace: string;
    rows: Iterator<Buffer>;
    batchSize: number | undefined;
    singleBatch: boolean;
    transaction: Transaction | undefined;
  }): Batch {
    const cursor: Cursor = { ...input, held: undefined, usedAt: Date.now() };
    const { documents, ended } = this.read(cursor, input.batchSize ?? defaultFirstBatch);
    if (ended || input.singleBatch) {
      input.rows.return?.();
      return { id: Long.ZERO, documents };
    }
    if (this.open.size >= mostCursors) throw new EngineError(2, `more than ${mostCursors} cursors are open`);
    const id = Long.fromNumber(randomInt(1, 2 ** 47));
    this.open.set(id.toString(), cursor);
    return { id, documents };
  }

  next(id: Long, namespace: string, batchSize: number | undefined): Batch {
    const cursor = this.open.get(id.toString());
    if (cursor === undefined || cursor.namespace !== namespace)
      throw new EngineError(43, `cursor id ${id.toString()} not found`);
    cursor.usedAt = Date.now();
    const { documents, ended } = this.readOrClose(
      id,
      cursor,
      batchSize === undefined || batchSize === 0 ? Infinity : batchSize,
    );
    if (ended) this.open.delete(id.toString());
    return { id: ended ? Long.ZERO : id, documents };
  }

  private readOrClose(id: Long, cursor: Cursor, most: number): { documents: RawDocument[]; ended: boolean } {
    try {
      return this.read(cursor, most);
    } catch (error) {
      this.open.delete(id.toString());
      throw error;
    }
  }

  private read(cursor: Cursor, most: number): { documents: RawDocument[]; ended: boolean } {
    const documents: RawDocument[] = [];
    let bytes = 0;
    for (;;) {
      if (documents.length >= most) return { documents, ended: false };
      const row = cursor.held ?? this.advance(cursor);
      cursor.held = undefined;
      if (row === undefined) return { documents, ended: true };
      if (documents.length > 0 && bytes + row.length > batchBytes) {
        cursor.held = row;
        return { documents, ended: false };
      }
      bytes += row.length;
      documents.push(new RawDocument(row));
    }
  }

  private advance(cursor: Cursor): Buffer | undefined {
    const next = cursor.rows.next();
    return next.done === true ? undefined : next.value;
  }

  /** True when the cursor was open. */
  kill(id: Long): boolean {
    this.open.get(id.toString())?.rows.return?.();
    return this.open.delete(id.toString());
  }

  killOf(transaction: Transaction): void {
    for (const [id, cursor] of this.open) if (cursor.transaction === transaction) this.open.delete(id);
  }

  closeIdle(now: number): void {
    for (const [id, cursor] of this.open) if (now - cursor.usedAt > idleMilliseconds) this.open.delete(id);
  }
}
