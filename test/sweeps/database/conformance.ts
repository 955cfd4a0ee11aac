import { afterAll, test } from "@jest/globals";
import { MongoServerError, type Collection, type Document, type ObjectId } from "mongodb";
import { engineName, onEmbeddedEngine, testDatabase } from "@test/support/database";
import { knownDifferences } from "./known-differences";

/** A stored document of any shape; its `_id` is whatever the case needs. */
export interface Row extends Document {
  _id?: string | number | ObjectId | Document;
}

export type Rows = Collection<Row>;

/** A database for one file of cases, and `collection` which fills a new collection for one case. */
export async function conformanceDatabase(options: Parameters<typeof testDatabase>[0] = {}) {
  const database = await testDatabase(options);
  afterAll(() => database.drop());
  let made = 0;
  const collection = async (rows: Row[] = []): Promise<Rows> => {
    made += 1;
    const fresh = database.db.collection<Row>(`case${made}`);
    if (rows.length > 0) await fresh.insertMany(rows);
    return fresh;
  };
  return { ...database, collection };
}

/** One behaviour of MongoDB, named by its title; skipped with the manual's sentence where an engine is known to differ. */
export function statement(title: string, body: () => Promise<void>, timeoutMs?: number): void {
  const difference = knownDifferences.find((one) => one.statement === title && one.engine === engineName);
  if (difference) test.skip(`${title} [${engineName} differs. MongoDB's manual: ${difference.manual}]`, body);
  else test(title, body, timeoutMs);
}

/** A promise of the embedded engine that MongoDB does not make. */
export function embeddedOnly(title: string, body: () => Promise<void>, timeoutMs?: number): void {
  if (onEmbeddedEngine) test(title, body, timeoutMs);
  else test.skip(`${title} [a promise of the embedded engine only]`, body);
}

/** The server's error of a promise that must fail. */
export async function serverError(promise: Promise<unknown>): Promise<MongoServerError> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("value" in outcome) throw new Error(`expected the server's error, got ${JSON.stringify(outcome.value)}`);
  if (outcome.error instanceof MongoServerError) return outcome.error;
  throw outcome.error;
}

/** The code of the server's error of a promise that must fail. */
export async function errorCode(promise: Promise<unknown>): Promise<number | string | undefined> {
  return (await serverError(promise)).code;
}

/** The `_id`s a filter finds, in ascending order. */
export async function ids(rows: Rows, filter: Document): Promise<unknown[]> {
  const found = await rows.find(filter).sort({ _id: 1 }).project({ _id: 1 }).toArray();
  return found.map((row) => row["_id"]);
}

/** The document of an `_id`, without the `_id`; undefined when absent. */
export async function fieldsOf(rows: Rows, id: Row["_id"]): Promise<Document | undefined> {
  const row = await rows.findOne({ _id: id } as Document);
  if (!row) return undefined;
  const { _id: _dropped, ...fields } = row;
  return fields;
}
