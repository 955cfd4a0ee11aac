import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { describe, expect } from "@jest/globals";
import { GridFSBucket, type ObjectId } from "mongodb";
import { conformanceDatabase, errorCode, statement } from "./conformance";

const { db } = await conformanceDatabase();
const bucket = new GridFSBucket(db, { bucketName: "photos" });

async function upload(name: string, bytes: Buffer, metadata: object = {}): Promise<ObjectId> {
  const stream = bucket.openUploadStream(name, { metadata });
  await pipeline(Readable.from([bytes]), stream);
  return stream.id;
}

async function download(id: ObjectId, range: { start?: number; end?: number } = {}): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of bucket.openDownloadStream(id, range)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

describe("GridFS", () => {
  const bytes = randomBytes(1_500_000);

  statement("a file of several chunks comes back byte for byte", async () => {
    const id = await upload("dish.jpg", bytes);
    expect((await download(id)).equals(bytes)).toBe(true);
    expect(await db.collection("photos.chunks").countDocuments({ files_id: id })).toBe(Math.ceil(1_500_000 / 261_120));
  });

  statement("a range of a file is read alone", async () => {
    const id = await upload("range.jpg", bytes);
    const part = await download(id, { start: 300_000, end: 300_010 });
    expect(part.equals(bytes.subarray(300_000, 300_010))).toBe(true);
  });

  statement("files are found by name and metadata", async () => {
    const id = await upload("meta.jpg", Buffer.from("x"), { carePoint: "c1" });
    const found = await bucket.find({ "metadata.carePoint": "c1" }).toArray();
    expect(found).toMatchObject([{ _id: id, filename: "meta.jpg", length: 1 }]);
  });

  statement("an empty file is kept", async () => {
    const id = await upload("empty.txt", Buffer.alloc(0));
    expect(await download(id)).toHaveLength(0);
  });

  statement("delete removes a file and its chunks", async () => {
    const id = await upload("gone.jpg", bytes);
    await bucket.delete(id);
    expect(await db.collection("photos.chunks").countDocuments({ files_id: id })).toBe(0);
    await expect(download(id)).rejects.toThrow(/not found/i);
  });

  statement("an upload that is aborted leaves nothing", async () => {
    const stream = bucket.openUploadStream("half.jpg");
    await new Promise((resolve) => stream.write(bytes, resolve));
    await stream.abort();
    expect(await db.collection("photos.chunks").countDocuments({ files_id: stream.id })).toBe(0);
    expect(await bucket.find({ filename: "half.jpg" }).toArray()).toEqual([]);
  });

  statement("the bucket makes its indexes: a chunk of a file exists once", async () => {
    await upload("indexed.jpg", Buffer.from("x"));
    const indexes = await db.collection("photos.chunks").indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { files_id: 1, n: 1 }, unique: true }));
  });

  statement("a file may have a text for its id, and that id once", async () => {
    const put = () => pipeline(Readable.from([bytes]), bucket.openUploadStreamWithId(id, "own-id"));
    const id = "own-id" as unknown as ObjectId;
    await put();
    expect((await download(id)).equals(bytes)).toBe(true);
    expect(await errorCode(put())).toBe(11000);
    expect((await download(id)).equals(bytes)).toBe(true);
  });

  statement("the pieces of a file come in their order, however they were written", async () => {
    const id = await upload("order.jpg", bytes);
    const chunks = db.collection("photos.chunks");
    const pieces = await chunks.find({ files_id: id }).toArray();
    await chunks.deleteMany({ files_id: id });
    await chunks.insertMany(pieces.reverse());
    expect((await download(id)).equals(bytes)).toBe(true);
  });

  statement("a file that lacks a piece is not read as a whole one", async () => {
    const id = await upload("torn.jpg", bytes);
    await db.collection("photos.chunks").deleteOne({ files_id: id, n: 2 });
    await expect(download(id)).rejects.toThrow(/ChunkIsMissing|ChunkIsWrongSize/);
  });

  statement("indexes that are there before the first file are the bucket's own", async () => {
    await db.collection("ready.files").createIndex({ filename: 1, uploadDate: 1 }, { name: "by_name" });
    await db.collection("ready.chunks").createIndex({ files_id: 1, n: 1 }, { name: "pieces", unique: true });
    const ready = new GridFSBucket(db, { bucketName: "ready" });
    await pipeline(Readable.from([Buffer.from("x")]), ready.openUploadStream("a"));
    const names = async (name: string) => (await db.collection(name).indexes()).map((index) => index.name);
    expect([await names("ready.files"), await names("ready.chunks")]).toEqual([
      ["_id_", "by_name"],
      ["_id_", "pieces"],
    ]);
  });
});
