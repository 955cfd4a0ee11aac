import { Binary, Long } from "bson";
import type { Engine } from "../engine";
import { EngineError, unsupported } from "../errors";
import type { Transaction } from "../sessions/transactions";
import type { Collection } from "../store/catalog";
import type { View } from "../store/scan";
import type { Document } from "../values/decode";
import { isDocument, isNumeric, toNumber } from "../values/order";

/** One command being answered. */
export interface Request {
  engine: Engine;
  name: string;
  command: Document;
  database: string;
  /** Bytes of documents that came in sequences, by field. */
  sequences: ReadonlyMap<string, Buffer[]>;
  /** Hex of the session's id. */
  session: string | undefined;
  /** The number of a retryable write or of a transaction. */
  number: number | undefined;
  transaction: Transaction | undefined;
}

export type Handler = (request: Request) => Document | Promise<Document>;

const everywhere = new Set([
  "$db", "lsid", "txnNumber", "autocommit", "startTransaction", "$readPreference", "readConcern", "writeConcern",
  "maxTimeMS", "comment",
]); // prettier-ignore

const notSupported = new Set([
  "collation", "let", "allowDiskUse", "tailable", "awaitData", "noCursorTimeout", "oplogReplay", "max", "min", "returnKey",
  "showRecordId", "bypassDocumentValidation", "capped", "size", "timeseries", "clusteredIndex", "viewOn", "pipeline",
  "validator", "validationLevel", "validationAction", "changeStreamPreAndPostImages", "encryptedFields", "apiVersion",
  "apiStrict", "apiDeprecationErrors", "$clusterTime", "commitQuorum", "storageEngine", "indexOptionDefaults", "sampleRate",
]); // prettier-ignore

/** Refuses options this command does not know: nothing is ignored. `undefined` and, for what it could not do, `false` ask for nothing. */
export function checkFields(request: Request, known: readonly string[]): void {
  for (const [field, value] of Object.entries(request.command)) {
    if (field === request.name || everywhere.has(field) || known.includes(field)) continue;
    if (value === undefined || value === null) continue;
    if (notSupported.has(field) && value === false) continue;
    if (notSupported.has(field)) throw unsupported(`the option '${field}' of ${request.name}`);
    throw new EngineError(40415, `BSON field '${request.name}.${field}' is an unknown field.`);
  }
}

export function readSession(command: Document): string | undefined {
  const lsid = command["lsid"];
  const id = isDocument(lsid) ? lsid["id"] : undefined;
  if (id === undefined) return undefined;
  if (!(id instanceof Binary)) throw new EngineError(14, "lsid.id must be binary data");
  return Buffer.from(id.value()).toString("hex");
}

export function readNumber(command: Document): number | undefined {
  const number = command["txnNumber"];
  return number === undefined ? undefined : readWhole("txnNumber", number);
}

export function readWhole(name: string, value: unknown): number {
  const number = isNumeric(value) ? toNumber(value) : Number.NaN;
  if (!Number.isSafeInteger(number))
    throw new EngineError(14, `BSON field '${name}' is the wrong type, expected a whole number`);
  return number;
}

/** A number that is absent or must not be negative. */
export function readCount(command: Document, name: string): number | undefined {
  const value = command[name];
  if (value === undefined || value === null) return undefined;
  const count = readWhole(name, value);
  if (count < 0) throw new EngineError(51024, `BSON field '${name}' value must be >= 0, actual value '${count}'`);
  return count;
}

export function readMaxTime(request: Request): number | undefined {
  const limit = readCount(request.command, "maxTimeMS");
  return limit === 0 ? undefined : limit;
}

export function readFilter(command: Document, name: string): Document {
  const filter = command[name];
  if (filter === undefined || filter === null) return {};
  if (!isDocument(filter)) throw new EngineError(14, `BSON field '${name}' is the wrong type, expected type 'object'`);
  return filter;
}

export function readName(request: Request): string {
  const name = request.command[request.name];
  if (typeof name !== "string" || name === "" || name.includes("\0") || name.includes("$")) {
    throw new EngineError(73, `Invalid namespace specified '${request.database}.${String(name)}'`);
  }
  return name;
}

export function findCollection(request: Request): Collection | undefined {
  return request.engine.catalog.find(request.database, readName(request));
}

/** What this command may see. */
export function viewOf(request: Request): View {
  return request.transaction?.view ?? request.engine.view;
}

export function readCursorId(value: unknown): Long {
  if (value instanceof Long) return value;
  return Long.fromNumber(readWhole("the cursor id", value));
}
