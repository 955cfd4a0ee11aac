import { gzipSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import {
  jpegSegment,
  packedText,
  pngChunk,
  pngHead,
  riffChunk,
  withJpegSegments,
  withPngChunks,
} from "./picture-bytes";

/** Wherever it turns up in what is kept, something of the file was left. */
export const PICTURE_CANARY = "canary-13812345678";

/** A file as somebody may send it, and whether it may be taken. */
export interface SentPicture {
  readonly name: string;
  readonly isTaken: boolean;
  readonly bytes: Buffer;
}

const WIDTH = 300;
const HEIGHT = 200;
const [MIB, LATIN] = [1024 * 1024, "latin1"] as const;

/** A picture with something on it: a ramp of colours. */
export function ramp(width = WIDTH, height = HEIGHT, channels: 3 | 4 = 3): Sharp {
  const pixels = Buffer.alloc(width * height * channels);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 7 + Math.floor(at / width)) % 256;
  return sharp(pixels, { raw: { width, height, channels } });
}

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#b23a12" } });
const gps = { IFD0: { Copyright: PICTURE_CANARY }, IFD3: { GPSLatitude: "35/1 18/1 0/1", GPSLatitudeRef: "N" } };
const text = (value: string) => Buffer.from(value, LATIN);
const taken = (name: string, bytes: Buffer): SentPicture => ({ name, isTaken: true, bytes });
const refused = (name: string, bytes: Buffer): SentPicture => ({ name, isTaken: false, bytes });

/** Every file of the table; each is made here, none is kept anywhere. */
export async function sentPictures(): Promise<readonly SentPicture[]> {
  const jpeg = await ramp().jpeg().toBuffer();
  const png = await ramp().png().toBuffer();
  const webp = await ramp().webp().toBuffer();
  return [
    ...(await honest({ jpeg, png, webp })),
    ...(await loaded({ jpeg, png, webp })),
    ...(await oversized()),
    ...brokenOff({ jpeg, png, webp }),
    ...(await moving(png)),
    ...(await otherKinds()),
    ...lying({ jpeg, png, webp }),
  ];
}

interface Plain {
  readonly jpeg: Buffer;
  readonly png: Buffer;
  readonly webp: Buffer;
}

async function honest({ jpeg, png, webp }: Plain): Promise<SentPicture[]> {
  const turned = [1, 2, 3, 4, 5, 6, 7, 8].map(async (orientation) =>
    taken(`orientation ${orientation}`, await ramp().withMetadata({ orientation }).jpeg().toBuffer()),
  );
  return [
    taken("a JPEG", jpeg),
    taken("a PNG", png),
    taken("a WebP", webp),
    taken("a PNG one can see through", await ramp(WIDTH, HEIGHT, 4).png().toBuffer()),
    taken("a grey JPEG", await ramp().greyscale().jpeg().toBuffer()),
    taken("CMYK", await ramp().toColourspace("cmyk").jpeg().toBuffer()),
    taken("16 bits", await ramp().toColourspace("rgb16").png().toBuffer()),
    taken("a progressive JPEG", await ramp().jpeg({ progressive: true }).toBuffer()),
    taken("an interlaced PNG", await ramp().png({ progressive: true }).toBuffer()),
    taken("a PNG with a palette", await ramp().png({ palette: true }).toBuffer()),
    taken("a WebP without loss", await ramp().webp({ lossless: true }).toBuffer()),
    taken("the smallest", await flat(100, 100).png().toBuffer()),
    ...(await Promise.all(turned)),
  ];
}

/** What carries more than a picture: the picture is taken, the rest is gone. */
async function loaded({ jpeg, png }: Plain): Promise<SentPicture[]> {
  const withPlace = (picture: Sharp) => picture.withExif(gps);
  const html = text(`<html><script>${PICTURE_CANARY}</script></html>`);
  const full = (head: string) => Buffer.concat([text(head), Buffer.alloc(65_000, PICTURE_CANARY)]);
  const fifty = (marker: number, head: string) => Array.from({ length: 50 }, () => jpegSegment(marker, full(head)));
  return [
    taken("a JPEG that says where it was taken", await withPlace(ramp()).jpeg().toBuffer()),
    taken("a PNG that says it", await withPlace(ramp()).png().toBuffer()),
    taken("a WebP that says it", await withPlace(ramp()).webp().toBuffer()),
    taken("a colour profile", await ramp().withIccProfile("p3").jpeg().toBuffer()),
    taken(
      "XMP",
      await ramp().withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${PICTURE_CANARY}</x:xmpmeta>`).jpeg().toBuffer(),
    ),
    taken("a JPEG and a page", Buffer.concat([jpeg, html])),
    taken("a JPEG and an archive", Buffer.concat([jpeg, text(`PK\x03\x04${PICTURE_CANARY}`)])),
    taken("a JPEG and a program", Buffer.concat([jpeg, text(`/*${PICTURE_CANARY}*/alert(1)`)])),
    taken("a PNG and a page", Buffer.concat([png, html])),
    taken("a page in a comment", withJpegSegments(jpeg, jpegSegment(0xfe, html))),
    taken("a page in a text", withPngChunks(png, pngChunk("tEXt", Buffer.concat([text("a\0"), html])))),
    taken("a text that unfolds", withPngChunks(png, pngChunk("zTXt", packedText("a", 400 * MIB)))),
    taken("a profile that unfolds", withPngChunks(png, pngChunk("iCCP", packedText("a", 400 * MIB)))),
    taken("3 MB of EXIF", withJpegSegments(jpeg, ...fifty(0xe1, "Exif\0\0"))),
    taken("3 MB of profile", withJpegSegments(jpeg, ...fifty(0xe2, "ICC_PROFILE\0\x01\x32"))),
  ];
}

async function oversized(): Promise<SentPicture[]> {
  const bigJpeg = await flat(200, 200).jpeg().toBuffer();
  const sof = bigJpeg.indexOf(Buffer.from([0xff, 0xc0]));
  bigJpeg.writeUInt16BE(65_500, sof + 5);
  bigJpeg.writeUInt16BE(65_500, sof + 7);
  return [
    taken("24 million pixels", await flat(6_000, 4_000).png({ compressionLevel: 9 }).toBuffer()),
    refused("24 million pixels and a row", await flat(6_000, 4_001).png({ compressionLevel: 9 }).toBuffer()),
    refused("a flood of pixels, PNG", Buffer.concat([pngHead(30_000, 30_000), pngChunk("IDAT", Buffer.alloc(30))])),
    refused(
      "a flood of pixels, four billion",
      Buffer.concat([pngHead(65_535, 65_535), pngChunk("IDAT", Buffer.alloc(9))]),
    ),
    refused("a flood of pixels, JPEG", bigJpeg),
    refused("a flood of pixels, WebP", await flat(16_383, 1_500).webp({ effort: 0, quality: 1 }).toBuffer()),
    refused("1×1, JPEG", await flat(1, 1).jpeg().toBuffer()),
    refused("1×1, PNG", await flat(1, 1).png().toBuffer()),
    refused("a line", await flat(5_000, 1).png().toBuffer()),
    refused("99 pixels", await flat(300, 99).jpeg().toBuffer()),
  ];
}

function brokenOff({ jpeg, png, webp }: Plain): SentPicture[] {
  const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));
  return [
    refused("nothing", Buffer.alloc(0)),
    refused("one byte", Buffer.from([0xff])),
    refused("half a JPEG", half(jpeg)),
    refused("half a PNG", half(png)),
    refused("half a WebP", half(webp)),
    refused("the head of a JPEG", jpeg.subarray(0, 20)),
    refused("the head of a PNG", png.subarray(0, 33)),
    refused("the head of a WebP", webp.subarray(0, 20)),
    refused("5 MB of noughts", Buffer.alloc(5 * MIB)),
  ];
}

async function moving(png: Buffer): Promise<SentPicture[]> {
  const gif = await flat(120, 120).gif().toBuffer();
  const frame = gif.subarray(gif.indexOf(0x2c), gif.length - 1);
  const extended = riffChunk("VP8X", Buffer.from([0x02, 0, 0, 0, 119, 0, 0, 119, 0, 0]));
  const frames = Array.from({ length: 30_000 }, () => riffChunk("ANMF", Buffer.alloc(24)));
  const film = Buffer.concat([text("WEBP"), extended, riffChunk("ANIM", Buffer.alloc(6)), ...frames]);
  return [
    refused("a GIF", gif),
    refused(
      "a GIF of 30,000 frames",
      Buffer.concat([gif.subarray(0, -1), ...Array<Buffer>(30_000).fill(frame), text(";")]),
    ),
    refused("a WebP of 30,000 frames", riffChunk("RIFF", film)),
    refused("a PNG that moves", withPngChunks(png, pngChunk("acTL", Buffer.alloc(8)))),
  ];
}

async function otherKinds(): Promise<SentPicture[]> {
  const svg = (inside: string) =>
    text(`<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">${inside}</svg>`);
  const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
  return [
    refused("a drawing with a script", svg("<script>alert(1)</script>")),
    refused("a drawing that reads a file", svg('<image href="file:///etc/passwd" width="300" height="200"/>')),
    refused("a drawing that unfolds", text(`<!DOCTYPE s [<!ENTITY l0 "l">${entities}]><svg>&l9;</svg>`)),
    refused("a page", text("<!doctype html><html><body>a.jpg</body></html>")),
    refused("a PDF", text("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF")),
    refused("an archive", text(`PK\x03\x04${"\0".repeat(100)}`)),
    refused("an archive that unfolds", Buffer.concat([text("PK\x03\x04"), gzipSync(Buffer.alloc(50 * MIB))])),
    refused("something packed", gzipSync(Buffer.alloc(MIB))),
    refused("a TIFF", await flat(200, 200).tiff().toBuffer()),
    refused("a HEIC", text(`\0\0\0\x18ftypheic\0\0\0\0mif1heic${"\0".repeat(200)}`)),
    refused("an AVIF", text(`\0\0\0\x18ftypavif\0\0\0\0mif1avif${"\0".repeat(200)}`)),
    refused("a BMP", text(`BM${"\0".repeat(200)}`)),
    refused("an icon", Buffer.from([0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 24, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    refused("a JPEG 2000", text("\0\0\0\x0cjP  \r\n\x87\n")),
    refused("PostScript", text("%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%id) (w) file")),
    refused("a drawing in commands", text("push graphic-context\nimage over 0,0 0,0 'https://example.org/a'\n")),
    refused("a text", text("a.jpg\n")),
  ];
}

/** What says it is a picture and is none, or says of itself what is not so. */
function lying({ jpeg, png, webp }: Plain): SentPicture[] {
  const wrongSum = Buffer.from(png);
  wrongSum.writeUInt32BE(0, 29);
  const tooLong = Buffer.from(png);
  tooLong.writeUInt32BE(0x7fff_ffff, 33);
  const noise = [1, 2, 3, 4, 5].map((seed) => {
    const bytes = Buffer.alloc(20_000, 0).map((_, at) => (at * at * seed + at * 31 * seed) % 251);
    return refused(`noise ${seed} behind the sign of a JPEG`, Buffer.concat([jpeg.subarray(0, 3), bytes]));
  });
  return [
    refused(
      "a program behind the sign of a JPEG",
      Buffer.concat([jpeg.subarray(0, 3), text("\xe0<?php system($_GET[0]);")]),
    ),
    refused("a page behind the sign of a PNG", Buffer.concat([png.subarray(0, 8), text("<html>")])),
    refused("a text behind the sign of a WebP", Buffer.concat([webp.subarray(0, 12), text("a".repeat(100))])),
    refused("a PNG with a wrong sum", wrongSum),
    refused("a PNG with a chunk of 2 GB", tooLong),
    refused("a PNG without a picture", pngHead(300, 200)),
    refused(
      "a PNG whose text unfolds in its picture's place",
      Buffer.concat([pngHead(300, 200), pngChunk("zTXt", packedText("a", 100 * MIB))]),
    ),
    ...noise,
  ];
}
