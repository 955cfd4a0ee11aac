import { Long } from "bson";
import { EngineError } from "../errors";
import type { Environment } from "../store/environment";
import { decode, type Document } from "../values/decode";
import { encode } from "../values/encode";
import { isNumeric, toNumber } from "../values/order";

/** What one session has done under its newest transaction number. */
export interface SessionRecord {
  number: number;
  /** Results of the statements of a retryable write, by statement id. */
  results: Map<number, Document>;
  committed: boolean;
}

/** Sessions unused for so long are forgotten, as MongoDB does. */
const sessionMilliseconds = 30 * 60 * 1000;

/** Results of retryable writes, kept in the LMDB transaction of their effect. */
export class Retries {
  constructor(private readonly environment: Environment) {}

  load(session: string): SessionRecord | undefined {
    const bytes = this.environment.sessions.get(Buffer.from(session, "hex"));
    if (bytes === undefined) return undefined;
    const row = decode(bytes);
    const results = (row["results"] as { id: number; result: Document }[]).map(
      ({ id, result }) => [id, result] as const,
    );
    const number = row["number"];
    return {
      number: isNumeric(number) ? toNumber(number) : 0,
      results: new Map(results),
      committed: row["committed"] === true,
    };
  }

  /** The record to continue for a number; throws TransactionTooOld (225) when the session has gone on since. */
  open(session: string, number: number): SessionRecord {
    const record = this.load(session);
    if (record !== undefined && record.number > number) {
      throw new EngineError(
        225,
        `Cannot start transaction ${number} on session because a newer transaction has already started`,
      );
    }
    return record?.number === number ? record : { number, results: new Map(), committed: false };
  }

  save(session: string, record: SessionRecord): void {
    const results = [...record.results].map(([id, result]) => ({ id, result }));
    const row = { number: Long.fromNumber(record.number), results, committed: record.committed, usedAt: new Date() };
    this.environment.sessions.putSync(Buffer.from(session, "hex"), encode(row));
  }

  /** Forgets sessions that have not been used for half an hour; runs inside a batch. */
  forgetOld(now: number): void {
    const rows = [...this.environment.sessions.getRange({ start: Buffer.from([0]) })];
    for (const { key, value } of rows) {
      const usedAt = decode(value)["usedAt"];
      if (usedAt instanceof Date && now - usedAt.getTime() > sessionMilliseconds)
        this.environment.sessions.removeSync(key);
    }
  }
}
