import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { mongo } from "mongoose";
import { database } from "../db/connect";
import type { WantedIndexes } from "../db/indexes";

/** A file with what is needed to send it. */
export interface StoredFile {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/**
 * Files of one kind. Whoever puts one has written its id down before, so that what breaks off is found and removed; an id
 * is random (`newId`), and whoever knows it still needs a signed link.
 */
export interface FileStore {
  readonly name: string;
  readonly indexes: readonly WantedIndexes[];
  put(id: string, file: StoredFile): Promise<void>;
  /** A whole file; null when it is not there. */
  open(id: string): Promise<StoredFile | null>;
  /** Removes files, also halves of some; those that are gone already are fine. */
  remove(ids: readonly string[]): Promise<void>;
}

interface FileDocument {
  readonly _id: string;
  readonly length: number;
  readonly metadata: { readonly mediaType: string };
}

/**
 * A store in GridFS: a copy of the database is a copy of its files.
 * @param name its collections are `<name>.files` and `<name>.chunks`
 */
export function createFileStore(name: string): FileStore {
  const bucket = () => new mongo.GridFSBucket(database(), { bucketName: name });
  const files = () => database().collection<FileDocument>(`${name}.files`);
  const chunks = () => database().collection<{ files_id: string }>(`${name}.chunks`);
  return {
    name,
    indexes: indexesOf(name),
    put: async (id, { bytes, mediaType }) => {
      const upload = bucket().openUploadStreamWithId(asFileId(id), id, { metadata: { mediaType } });
      await pipeline(Readable.from([bytes]), upload);
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

/** What GridFS would build for itself at the first file. */
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
