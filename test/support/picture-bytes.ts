import { crc32, deflateSync } from "node:zlib";

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One chunk of a PNG file. */
export function pngChunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** The head of a PNG file: eight bits a channel, RGB. */
export function pngHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([PNG_SIGNATURE, pngChunk("IHDR", head)]);
}

/** A PNG file with further chunks between its head and its picture. */
export function withPngChunks(png: Buffer, ...chunks: Buffer[]): Buffer {
  const at = PNG_SIGNATURE.length + 25;
  return Buffer.concat([png.subarray(0, at), ...chunks, png.subarray(at)]);
}

/** Text that unpacks to far more than it is. */
export const packedText = (keyword: string, unpackedBytes: number): Buffer =>
  Buffer.concat([Buffer.from(`${keyword}\0\0`, "latin1"), deflateSync(Buffer.alloc(unpackedBytes), { level: 9 })]);

/** One segment of a JPEG file. */
export function jpegSegment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** A JPEG file with further segments at its beginning. */
export const withJpegSegments = (jpeg: Buffer, ...segments: Buffer[]): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);

/** One chunk of a RIFF file. */
export function riffChunk(kind: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(kind, "latin1"), length, data, Buffer.alloc(data.length % 2)]);
}

/** The markers of a JPEG file's segments up to its picture data, and how many bytes follow its end. */
export function jpegAnatomy(jpeg: Buffer): { readonly markers: readonly number[]; readonly behind: number } {
  const markers: number[] = [];
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0;
    markers.push(marker);
    if (marker === 0xda) break;
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  return { markers, behind: jpeg.length - (jpeg.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2) };
}
