import { readdir, readFile } from "node:fs/promises";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { deserialize, EJSON, type Document } from "bson";
import type { mongo } from "mongoose";
import type { DumpedCollection } from "./dump";

const METADATA = ".metadata.json";
const DOCUMENTS_AT_ONCE = 500;
/** Numbers keep their BSON type on the way through. */
const LOSSLESS = { promoteValues: false, bsonRegExp: true };

interface RestoreOptions {
  db: mongo.Db;
  /** A folder that `dumpDatabase` made. */
  folder: string;
}

/**
 * Puts a copy back into an empty database: documents first, then their indexes.
 * @throws Error with a sentence for the operator when the database holds anything or the folder is no complete copy
 */
export async function restoreDatabase({ db, folder }: RestoreOptions): Promise<DumpedCollection[]> {
  if ((await db.listCollections({}, { nameOnly: true }).toArray()).length > 0)
    throw new Error(`The database ${db.databaseName} is not empty: a copy is put back into an empty one only.`);
  const names = (await readdir(folder))
    .filter((file) => file.endsWith(METADATA))
    .map((file) => file.slice(0, -METADATA.length));
  if (names.length === 0) throw new Error(`${folder} holds no copy of a database.`);
  const restored: DumpedCollection[] = [];
  for (const name of names.sort()) restored.push(await restoreCollection({ db, folder, name }));
  return restored;
}

async function restoreCollection({ db, folder, name }: RestoreOptions & { name: string }): Promise<DumpedCollection> {
  const collection = await db.createCollection(name);
  let documents = 0;
  let batch: Document[] = [];
  const flush = async () => {
    if (batch.length > 0) await collection.insertMany(batch);
    documents += batch.length;
    batch = [];
  };
  for await (const bytes of readDocuments(join(folder, `${name}.bson`))) {
    batch.push(deserialize(bytes, LOSSLESS));
    if (batch.length === DOCUMENTS_AT_ONCE) await flush();
  }
  await flush();
  await restoreIndexes({ collection, path: join(folder, name + METADATA) });
  return { name, documents };
}

interface IndexRestore {
  collection: mongo.Collection;
  path: string;
}

async function restoreIndexes({ collection, path }: IndexRestore): Promise<void> {
  const { indexes } = EJSON.parse(await readFile(path, "utf8")) as { indexes: mongo.IndexDescription[] };
  const wanted = indexes
    .filter(({ name }) => name !== "_id_")
    .map(({ v: _v, storageEngine: _engine, ...index }: Document) => index);
  if (wanted.length > 0) await collection.createIndexes(wanted as mongo.IndexDescription[]);
}

/** The documents of a `.bson` file, one after the other; each begins with its own length. */
async function* readDocuments(path: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    for (let size = sizeOf(rest); size <= rest.length; size = sizeOf(rest)) {
      yield rest.subarray(0, size);
      rest = rest.subarray(size);
    }
  }
  if (rest.length > 0) throw new Error(`${path} is cut short: use another copy.`);
}

const sizeOf = (bytes: Buffer): number => (bytes.length < 4 ? Infinity : bytes.readInt32LE(0));
