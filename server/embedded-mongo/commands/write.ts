import type { Engine } from "../engine";
import { EngineError, errorBody } from "../errors";
import type { SessionRecord } from "../sessions/retries";
import type { Transaction } from "../sessions/transactions";
import type { Collection } from "../store/catalog";
import { applyChange, indexChanges, type Change } from "../store/changes";
import type { View } from "../store/scan";
import { Blocked } from "../store/write-queue";
import { decode, type Document } from "../values/decode";
import { readMaxTime, readName, type Request } from "./request";

/** How a statement reads and writes: straight into the running batch, or into a transaction's staged set. */
export interface Writer {
  view: View;
  collection: () => Collection | undefined;
  /** The collection, made if it is not there. */
  ensureCollection: () => Collection;
  /** Throws or blocks, writing nothing, when these changes may not happen now. */
  check: (changes: () => Iterable<Change>) => void;
  write: (change: Change) => void;
}

/** One statement of a write command; its result is what a repeat is told. */
export type Statement = (writer: Writer) => Document;

/** Makes the writer of a plain write; use it inside a batch. */
function liveWriter(engine: Engine, request: Request): Writer {
  const name = readName(request);
  const { transactions } = engine;
  const collection = (): Collection | undefined => engine.catalog.find(request.database, name);
  return {
    view: engine.view,
    collection,
    ensureCollection: () => collection() ?? engine.catalog.create(request.database, name),
    check: (changes) => {
      if (transactions.isIdle) return;
      for (const change of changes()) {
        transactions.waitForRecord(change.collection, change.recordId);
        transactions.waitForKeys(indexChanges(change));
      }
    },
    write: (change) => {
      const changes = indexChanges(change);
      transactions.waitForRecord(change.collection, change.recordId);
      transactions.waitForKeys(changes);
      applyChange(engine, change, changes);
    },
  };
}

function stagingWriter(engine: Engine, request: Request, transaction: Transaction): Writer {
  const name = readName(request);
  const collection = (): Collection | undefined => engine.catalog.find(request.database, name);
  return {
    view: transaction.view,
    collection,
    ensureCollection: () => {
      const found = collection();
      if (found === undefined) throw new EngineError(112, `the collection ${name} was dropped`);
      return found;
    },
    check: () => undefined,
    write: (change) => engine.transactions.stage(transaction, change),
  };
}

function failed(error: EngineError): Document {
  return { n: 0, error: errorBody(error) };
}

interface Run {
  statements: readonly Statement[];
  ordered: boolean;
  /** Statement ids, for a repeat after a lost reply. */
  ids: readonly number[];
}

function runLive(request: Request, run: Run, progress: readonly Document[]): Document[] {
  const { engine, session, number } = request;
  const results = [...progress];
  const record = session === undefined || number === undefined ? undefined : engine.retries.open(session, number);
  const writer = liveWriter(engine, request);
  let fresh = 0;
  for (let index = results.length; index < run.statements.length; index += 1) {
    const id = run.ids[index] ?? index;
    try {
      const known = record?.results.get(id);
      const result = known ?? run.statements[index]?.(writer) ?? {};
      results.push(result);
      if (known === undefined && hadEffect(result)) fresh += record?.results.set(id, result) === undefined ? 0 : 1;
    } catch (error) {
      if (error instanceof Blocked) {
        error.progress = results;
        saveRecord(request, record, fresh);
        throw error;
      }
      if (!(error instanceof EngineError)) throw error;
      results.push(failed(error));
      if (run.ordered) break;
    }
  }
  saveRecord(request, record, fresh);
  return results;
}

/** As on MongoDB, only a statement that changed something is remembered. */
function hadEffect(result: Document): boolean {
  return result["changed"] === true;
}

function saveRecord(request: Request, record: SessionRecord | undefined, fresh: number): void {
  if (record !== undefined && request.session !== undefined && fresh > 0)
    request.engine.retries.save(request.session, record);
}

/** Some errors end a transaction and fail the whole command; others are the statement's own. */
function isWholeCommand(error: EngineError): boolean {
  return "errorLabels" in error.details;
}

function runStaged(request: Request, transaction: Transaction, run: Run): Document[] {
  const results: Document[] = [];
  const writer = stagingWriter(request.engine, request, transaction);
  for (const statement of run.statements) {
    try {
      results.push(statement(writer));
    } catch (error) {
      if (!(error instanceof EngineError) || isWholeCommand(error)) throw error;
      request.engine.transactions.end(transaction);
      results.push(failed(error));
      break;
    }
  }
  return results;
}

/** Runs the statements of a write command; each leaves its result or its error. */
export async function runStatements(request: Request, run: Run & { creates: boolean }): Promise<Document[]> {
  const { engine, transaction } = request;
  if (transaction !== undefined) {
    if (run.creates && engine.catalog.find(request.database, readName(request)) === undefined) {
      const create = (): void => void liveWriter(engine, request).ensureCollection();
      await engine.queue.submit({ run: create, maxTimeMS: undefined });
    }
    return runStaged(request, transaction, run);
  }
  const maxTimeMS = readMaxTime(request);
  const start = (progress: unknown): Document[] =>
    runLive(request, run, Array.isArray(progress) ? (progress as Document[]) : []);
  return engine.queue.submit({ run: start, maxTimeMS });
}

/** A changed document: what it was, and what it becomes. */
export function makeChange(
  collection: Collection,
  recordId: number,
  raws: { before?: Buffer; after?: Buffer },
): Change {
  const stored = (raw: Buffer | undefined): Change["before"] =>
    raw === undefined ? undefined : { raw, document: decode(raw) };
  return { collection, recordId, before: stored(raws.before), after: stored(raws.after) };
}

/** The list of write errors of a reply, with the place of each statement. */
export function writeErrors(results: readonly Document[]): Document {
  const errors = results.flatMap((result, index) => {
    const error = result["error"] as Document | undefined;
    return error === undefined ? [] : [{ index, code: error["code"], ...error }];
  });
  return errors.length === 0 ? {} : { writeErrors: errors };
}
