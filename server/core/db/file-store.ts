import { mongo } from "mongoose";
import { database } from "./connect";
import type { WantedIndexes } from "./indexes";

/** A file with what is needed to send it. */
export interface StoredFile {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

interface NewFile extends StoredFile {
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Files of one kind. Whoever puts one has written its id down before, so that what breaks off is found and removed; an id
 * is random (`newId`), and whoever knows it still needs a signed link.
 */
export interface FileStore {
  readonly name: string;
  readonly indexes: readonly WantedIndexes[];
  put(id: string, file: NewFile): Promise<void>;
  /** A whole file; null when it is not there. */
  open(id: string): Promise<StoredFile | null>;
  /** Removes files, also halves of some; those that are gone already are fine. */
  remove(ids: readonly string[]): Promise<void>;
}

interface FileDocument {
  readonly _id: string;
  readonly length: number;
  readonly chunkSize: number;
  readonly uploadDate: Date;
  readonly filename: string;
  readonly metadata: { readonly mediaType: string };
}

interface ChunkDocument {
  readonly files_id: string;
  readonly n: number;
  readonly data: mongo.Binary;
}

/** GridFS's own size of a piece, bytes. */
const CHUNK_BYTES = 255 * 1024;

/**
 * A store in GridFS: a copy of the database is a copy of its files.
 * @param name its collections are `<name>.files` and `<name>.chunks`
 */
export function createFileStore(name: string): FileStore {
  const bucket = () => new mongo.GridFSBucket(database(), { bucketName: name });
  const files = () => database().collection<FileDocument>(`${name}.files`);
  const chunks = () => database().collection<ChunkDocument>(`${name}.chunks`);
  return {
    name,
    indexes: indexesOf(name),
    // Written as GridFS lays files out, but without its look whether its indexes are there: the start of the program knows.
    put: async (id, { bytes, mediaType, now }) => {
      const { length } = bytes;
      const pieces = Array.from({ length: Math.ceil(length / CHUNK_BYTES) }, (_, n) => ({
        files_id: id,
        n,
        data: new mongo.Binary(bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES)),
      }));
      if (length > 0) await chunks().insertMany(pieces);
      const file = { chunkSize: CHUNK_BYTES, uploadDate: new Date(now), filename: id, metadata: { mediaType } };
      await files().insertOne({ _id: id, length, ...file });
    },
    open: async (id) => {
      const file = await files().findOne({ _id: id }, { projection: { length: 1, "metadata.mediaType": 1 } });
      if (!file) return null;
      const bytes = await read(bucket().openDownloadStream(asFileId(id)));
      // Removed while it was being read, it comes out shorter.
      return bytes?.length === file.length ? { mediaType: file.metadata.mediaType, bytes } : null;
    },
    remove: async (ids) => {
      const wanted = [...ids];
      await chunks().deleteMany({ files_id: { $in: wanted } });
      await files().deleteMany({ _id: { $in: wanted } });
    },
  };
}

/** The driver's types know only its own ids; any value is one. */
const asFileId = (id: string): mongo.ObjectId => id as unknown as mongo.ObjectId;

async function read(download: mongo.GridFSBucketReadStream): Promise<Buffer | null> {
  try {
    return Buffer.concat(await download.toArray());
  } catch (error) {
    // Removed while it was being read.
    if (error instanceof mongo.MongoRuntimeError) return null;
    throw error;
  }
}

/** What GridFS builds for itself where it writes the first file. */
const indexesOf = (name: string): readonly WantedIndexes[] => [
  {
    collection: `${name}.files`,
    indexes: [
      { name: "filename_1_uploadDate_1", key: { filename: 1, uploadDate: 1 }, serves: "GridFS, which looks for it" },
    ],
  },
  {
    collection: `${name}.chunks`,
    indexes: [
      {
        name: "files_id_1_n_1",
        key: { files_id: 1, n: 1 },
        unique: true,
        serves: "the pieces of a file in their order",
      },
    ],
  },
];
