import { open, type Database, type RootDatabase } from "lmdb";

export type Table = Database<Buffer, Buffer>;
export type Snapshot = ReturnType<Table["useReadTransaction"]>;

/** The four tables of a data folder: everything the engine knows is in them. */
export interface Environment {
  folder: string;
  root: RootDatabase<Buffer, Buffer>;
  catalog: Table;
  documents: Table;
  indexes: Table;
  sessions: Table;
}

const binary = { encoding: "binary", keyEncoding: "binary" } as const;

/** Opens LMDB so that a commit has been synced to the disk when it returns. */
export function openEnvironment(path: string): Environment {
  const root = open<Buffer, Buffer>({ path, ...binary, overlappingSync: false, maxDbs: 16, maxReaders: 1024 });
  const table = (name: string): Table => root.openDB<Buffer, Buffer>({ name, ...binary });
  return {
    folder: path,
    root,
    catalog: table("catalog"),
    documents: table("documents"),
    indexes: table("indexes"),
    sessions: table("sessions"),
  };
}

/** LMDB's limit on a key, in bytes. */
export const longestKey = 1978;

export const recordIdBytes = 6;

export function documentKey(collectionId: number, recordId: number): Buffer {
  const key = Buffer.allocUnsafe(4 + recordIdBytes);
  key.writeUInt32BE(collectionId, 0);
  key.writeUIntBE(recordId, 4, recordIdBytes);
  return key;
}

/** The first key after every key that begins with this number. */
export function idPrefix(id: number): Buffer {
  const key = Buffer.allocUnsafe(4);
  key.writeUInt32BE(id, 0);
  return key;
}

export function recordIdAtEnd(bytes: Buffer): number {
  return bytes.readUIntBE(bytes.length - recordIdBytes, recordIdBytes);
}

/** The first key that does not begin with these bytes. */
export function afterPrefix(prefix: Buffer): Buffer {
  const next = Buffer.from(prefix);
  for (let index = next.length - 1; index >= 0; index -= 1) {
    const byte = next[index] ?? 0;
    if (byte < 0xff) {
      next[index] = byte + 1;
      return next.subarray(0, index + 1);
    }
  }
  return Buffer.alloc(longestKey, 0xff);
}
