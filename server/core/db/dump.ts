import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { EJSON } from "bson";
import type { mongo } from "mongoose";

const SNAPSHOT_LASTS_S = 60;
const TRANSACTION_ENDED = new Set([251, 263, 290]);

/** What one collection's two files hold. */
export interface DumpedCollection {
  name: string;
  documents: number;
}

interface DumpOptions {
  db: mongo.Db;
  /** Folder to make; it appears only when the copy is complete. */
  folder: string;
}

/**
 * Copies a whole database, files in GridFS with it, as it stands at one moment while it is being used. One snapshot
 * transaction reads everything. The files are those of mongodump: `<collection>.bson` and `<collection>.metadata.json`.
 * @throws Error with a sentence for the operator when the copy takes longer than a snapshot lasts
 */
export async function dumpDatabase({ db, folder }: DumpOptions): Promise<DumpedCollection[]> {
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o700 });
  const session = db.client.startSession();
  session.startTransaction({ readConcern: { level: "snapshot" } });
  try {
    const dumped: DumpedCollection[] = [];
    for (const name of await collectionNames(db)) dumped.push(await dumpCollection({ db, name, partial, session }));
    await mkdir(dirname(folder), { recursive: true });
    await rename(partial, folder);
    return dumped;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw explain(error);
  } finally {
    await session.endSession();
  }
}

async function collectionNames(db: mongo.Db): Promise<string[]> {
  const all = await db.listCollections({}, { nameOnly: true }).toArray();
  return all
    .map(({ name }) => name)
    .filter((name) => !name.startsWith("system."))
    .sort();
}

interface CollectionDump {
  db: mongo.Db;
  name: string;
  partial: string;
  session: mongo.ClientSession;
}

async function dumpCollection({ db, name, partial, session }: CollectionDump): Promise<DumpedCollection> {
  const collection = db.collection(name);
  const indexes = await collection.listIndexes().toArray();
  const metadata = EJSON.stringify({ options: {}, indexes, collectionName: name }, { relaxed: false });
  await writeFile(join(partial, `${name}.metadata.json`), metadata, { mode: 0o600 });
  let documents = 0;
  const cursor = collection.find({}, { session, raw: true, batchSize: 500, timeoutMode: "iteration" });
  const counted = async function* () {
    for await (const document of cursor) {
      documents += 1;
      yield document as unknown as Buffer;
    }
  };
  await pipeline(counted, createWriteStream(join(partial, `${name}.bson`), { mode: 0o600, flush: true }));
  return { name, documents };
}

function explain(error: unknown): unknown {
  const { code } = error as { code?: unknown };
  if (typeof code !== "number" || !TRANSACTION_ENDED.has(code)) return error;
  return new Error(`The database is too big to copy within ${SNAPSHOT_LASTS_S} s: use MongoDB's own mongodump.`, {
    cause: error,
  });
}
