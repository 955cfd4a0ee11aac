/** A kind of picture that is taken; what a file is, its first bytes say, never its name. */
export type PictureKind = "jpeg" | "png" | "webp";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
/** In a WebP file's extended header: the flag of a picture that moves. */
const WEBP_FLAGS_AT = 20;
const MOVES = 0x02;
/** Chunks of a PNG file that are walked through in search of the picture itself. */
const CHUNKS = 1_000;

/** The kind of a still picture; null for anything else: documents, drawings, films, pictures that move. */
export function pictureKind(bytes: Buffer): PictureKind | null {
  if (bytes.subarray(0, 3).equals(JPEG)) return "jpeg";
  if (bytes.subarray(0, 8).equals(PNG)) return isMovingPng(bytes) ? null : "png";
  if (textAt(bytes, 0) === "RIFF" && textAt(bytes, 8) === "WEBP") return isMovingWebp(bytes) ? null : "webp";
  return null;
}

const textAt = (bytes: Buffer, at: number): string => bytes.toString("latin1", at, at + 4);

const isMovingWebp = (bytes: Buffer): boolean =>
  textAt(bytes, 12) === "VP8X" && ((bytes[WEBP_FLAGS_AT] ?? 0) & MOVES) !== 0;

/** Whether a PNG file says before its picture that others follow. */
function isMovingPng(bytes: Buffer): boolean {
  let at = PNG.length;
  for (let chunk = 0; chunk < CHUNKS && at + 8 <= bytes.length; chunk += 1) {
    const kind = textAt(bytes, at + 4);
    if (kind === "acTL") return true;
    if (kind === "IDAT") return false;
    at += 12 + bytes.readUInt32BE(at);
  }
  return false;
}
