import type { Engine } from "../engine";
import { EngineError, errorBody, transientError, unsupported } from "../errors";
import type { Transaction } from "../sessions/transactions";
import type { Document } from "../values/decode";
import { isDocument, isNumeric, toNumber } from "../values/order";
import type { Message } from "../wire/messages";
import { aggregate } from "./aggregate";
import { buildInfo, endSessions, hello, ping } from "./handshake";
import { count } from "./count";
import { createCollection, dropCollection, dropDatabase } from "./collections";
import { createIndexes, dropIndexes, listIndexes } from "./indexes";
import { remove } from "./delete";
import { distinct } from "./distinct";
import { explain } from "./explain";
import { find } from "./find";
import { findAndModify } from "./find-and-modify";
import { getMore, killCursors } from "./get-more";
import { insert } from "./insert";
import { listCollections, listDatabases } from "./listing";
import { readNumber, readSession, type Handler, type Request } from "./request";
import { collStats, dbStats } from "./statistics";
import { abortTransaction, commitTransaction } from "./transactions";
import { update } from "./update";

interface Entry {
  handler: Handler;
  /** May run inside a transaction. */
  inTransaction?: true;
  /** May be sent with a number, to be repeated safely. */
  retryable?: true;
}

const commands: Readonly<Record<string, Entry>> = {
  hello: { handler: hello },
  ismaster: { handler: hello },
  isMaster: { handler: hello },
  ping: { handler: ping },
  buildInfo: { handler: buildInfo },
  buildinfo: { handler: buildInfo },
  endSessions: { handler: endSessions },
  listDatabases: { handler: listDatabases },
  listCollections: { handler: listCollections },
  listIndexes: { handler: listIndexes },
  dbStats: { handler: dbStats },
  collStats: { handler: collStats },
  create: { handler: createCollection },
  drop: { handler: dropCollection },
  dropDatabase: { handler: dropDatabase },
  createIndexes: { handler: createIndexes },
  dropIndexes: { handler: dropIndexes },
  insert: { handler: insert, inTransaction: true, retryable: true },
  update: { handler: update, inTransaction: true, retryable: true },
  delete: { handler: remove, inTransaction: true, retryable: true },
  findAndModify: { handler: findAndModify, inTransaction: true, retryable: true },
  findandmodify: { handler: findAndModify, inTransaction: true, retryable: true },
  find: { handler: find, inTransaction: true },
  getMore: { handler: getMore, inTransaction: true },
  killCursors: { handler: killCursors, inTransaction: true },
  aggregate: { handler: aggregate, inTransaction: true },
  count: { handler: count },
  distinct: { handler: distinct, inTransaction: true },
  explain: { handler: explain },
  commitTransaction: { handler: commitTransaction, inTransaction: true },
  abortTransaction: { handler: abortTransaction, inTransaction: true },
};

function checkWriteConcern(command: Document): void {
  const concern = command["writeConcern"];
  if (!isDocument(concern)) return;
  const w = concern["w"];
  if (isNumeric(w) && toNumber(w) === 0) throw unsupported("a write without acknowledgement (w: 0)");
  if (typeof w === "string" && w !== "majority") throw new EngineError(79, `No write concern mode named '${w}' found`);
  if (isNumeric(w) && toNumber(w) > 1) throw new EngineError(100, "Not enough data-bearing nodes");
  const strange = Object.keys(concern).find((name) => !["w", "j", "wtimeout", "fsync", "provenance"].includes(name));
  if (strange !== undefined) throw new EngineError(40415, `BSON field 'writeConcern.${strange}' is an unknown field.`);
}

function checkReadConcern(command: Document): void {
  const concern = command["readConcern"];
  if (!isDocument(concern)) return;
  const level = concern["level"] ?? "local";
  const levels: unknown[] = ["local", "available", "majority", "linearizable"];
  const known = levels.includes(level) || (level === "snapshot" && command["autocommit"] === false);
  if (!known) throw unsupported(`readConcern level '${JSON.stringify(level)}' outside a transaction`);
  const strange = Object.keys(concern).find((name) => !["level", "afterClusterTime"].includes(name));
  if (strange !== undefined) throw unsupported(`readConcern.${strange}`);
}

const enders = new Set(["commitTransaction", "abortTransaction"]);

function transactionOf(engine: Engine, request: Request, entry: Entry): Transaction | undefined {
  if (request.command["autocommit"] !== false) return undefined;
  if (entry.inTransaction !== true) {
    throw new EngineError(263, `Cannot run '${request.name}' in a multi-document transaction.`);
  }
  const { session, number } = request;
  if (session === undefined || number === undefined)
    throw new EngineError(72, "a transaction needs lsid and txnNumber");
  if (request.command["startTransaction"] === true)
    return engine.transactions.start(session, number, engine.queue.batch - 1);
  const running = engine.transactions.find(session);
  if (running?.number === number) return running;
  if (enders.has(request.name)) return undefined;
  throw transientError(251, `Given transaction number ${number} does not match any in-progress transactions.`);
}

function makeRequest(engine: Engine, message: Message): Request {
  const { command } = message;
  const name = Object.keys(command)[0] ?? "";
  const database = command["$db"];
  if (typeof database !== "string" || database === "" || /[\0/\\. "$]/.test(database)) {
    throw new EngineError(73, `Invalid database name: '${String(database)}'`);
  }
  return {
    engine,
    name,
    command,
    database,
    sequences: message.sequences,
    session: readSession(command),
    number: readNumber(command),
    transaction: undefined,
  };
}

/** A fault of the engine's own is told to whoever runs it; the asker gets code 1. */
function reportFault(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

/** Answers one command. Every failure is a reply with `ok: 0` and MongoDB's code. */
export async function dispatch(engine: Engine, message: Message): Promise<Document> {
  let transaction: Transaction | undefined;
  try {
    const request = makeRequest(engine, message);
    const entry = Object.hasOwn(commands, request.name) ? commands[request.name] : undefined;
    if (entry === undefined) throw new EngineError(59, `no such command: '${request.name}'`);
    checkWriteConcern(message.command);
    checkReadConcern(message.command);
    transaction = transactionOf(engine, request, entry);
    if (
      request.number !== undefined &&
      transaction === undefined &&
      entry.retryable !== true &&
      !enders.has(request.name)
    ) {
      throw new EngineError(72, `txnNumber may not be given for ${request.name} outside a transaction`);
    }
    return { ...(await entry.handler({ ...request, transaction })), ok: 1 };
  } catch (error) {
    if (transaction !== undefined) engine.transactions.end(transaction);
    if (!(error instanceof EngineError)) reportFault(error);
    return { ok: 0, ...errorBody(error) };
  }
}
