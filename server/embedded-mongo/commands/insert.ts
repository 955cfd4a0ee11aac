import { BSONRegExp, ObjectId } from "bson";
import { EngineError } from "../errors";
import { startsWithId, decode, type Document } from "../values/decode";
import { checkSize, encodeStored } from "../values/encode";
import { isDocument } from "../values/order";
import type { Handler } from "./request";
import { readWrite } from "./statements";
import { runStatements, writeErrors, type Statement } from "./write";

export function checkId(id: unknown): void {
  if (Array.isArray(id) || id instanceof BSONRegExp)
    throw new EngineError(53, "The '_id' value cannot be of type array or regex");
  const strange = isDocument(id) ? Object.keys(id).find((name) => name.startsWith("$")) : undefined;
  if (strange !== undefined)
    throw new EngineError(52, `_id fields may not contain '$'-prefixed fields: ${strange} is not valid for storage.`);
}

/** The bytes as they are stored: with an `_id`, and that first. */
export function storedBytes(document: Document, raw: Buffer | undefined): Buffer {
  checkId(document["_id"]);
  if (raw !== undefined && startsWithId(raw)) {
    checkSize(raw);
    return Buffer.from(raw);
  }
  const { _id, ...rest } = document;
  return encodeStored({ _id: _id ?? new ObjectId(), ...rest });
}

function insertStatement(document: Document, raw: Buffer | undefined): Statement {
  return (writer) => {
    const bytes = storedBytes(document, raw);
    const collection = writer.ensureCollection();
    const stored = { raw: bytes, document: "_id" in document ? document : decode(bytes) };
    const recordId = collection.nextRecord;
    writer.write({ collection, recordId, before: undefined, after: stored });
    collection.nextRecord = Math.max(collection.nextRecord, recordId + 1);
    return { n: 1, changed: true };
  };
}

/** `insert`: documents one after another; with `ordered` the first failure ends it. */
export const insert: Handler = async (request) => {
  const { statements: documents, ordered, ids } = readWrite(request, "documents");
  const raws = request.sequences.get("documents");
  const statements = documents.map((document, index) => {
    if (!isDocument(document)) throw new EngineError(14, "documents must be objects");
    return insertStatement(document, raws?.[index]);
  });
  const results = await runStatements(request, { statements, ordered, ids, creates: true });
  return { n: results.reduce((sum, result) => sum + Number(result["n"]), 0), ...writeErrors(results) };
};
