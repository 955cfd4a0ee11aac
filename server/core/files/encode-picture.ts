import type Sharp from "sharp";
import { pictureKind } from "./picture-kind";

/** Most pixels a picture may have: 24 million, what the cameras of phones make by themselves (reliability, 5.6). */
const PIXELS = 24_000_000;
/** Shorter side from which on a picture shows anything, pixels. */
const SHORTER_SIDE = 100;
/** Longer sides, pixels: for a strip or a row on a sharp screen, and for a whole one. */
const SIDES = { small: 480, large: 1_600 } as const;
/** JPEG, which every phone shows; above 80 the file grows and nobody sees why. */
const QUALITY = 80;
const TAKES_AT_MOST_SECONDS = 20;

export type PictureSize = keyof typeof SIDES;

/** A picture made anew. */
export interface Picture {
  /** Of the large one, pixels, as one looks at it. */
  readonly width: number;
  readonly height: number;
  /** As JPEG. */
  readonly sizes: Readonly<Record<PictureSize, Buffer>>;
}

type Library = typeof Sharp;

/** Loaded with the first picture: most processes never see one. */
let library: Promise<Library> | undefined;

/** One picture at a time on one thread, nothing kept: memory has a bound, and requests have a processor. */
async function loadLibrary(): Promise<Library> {
  const { default: sharp } = await import("sharp");
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a picture anew from what its pixels show: upright, on white, in sRGB, in two sizes. Nothing else of the file is
 * left: no place, no time, no profile, nothing behind its end.
 * @returns null for what is no still JPEG, PNG or WebP picture, is broken off, too small to show anything or too large
 */
export function encodePicture(bytes: Buffer): Promise<Picture | null> {
  const made = last.then(() => encode(bytes));
  last = made.catch(() => undefined);
  return made;
}

async function encode(bytes: Buffer): Promise<Picture | null> {
  const kind = pictureKind(bytes);
  if (!kind) return null;
  const sharp = await (library ??= loadLibrary());
  try {
    const { format, width, height, pages = 1 } = await open(sharp, bytes).metadata();
    if (format !== kind || pages > 1 || Math.min(width, height) < SHORTER_SIDE) return null;
    const large = await sized(sharp, { bytes, side: SIDES.large });
    const small = await sized(sharp, { bytes: large.data, side: SIDES.small });
    const { width: wide, height: high } = large.info;
    return { width: wide, height: high, sizes: { large: large.data, small: small.data } };
  } catch (error) {
    // Whatever the library says of a file, the file is to blame; a failing memory or disk has an error code.
    if (error instanceof Error && !("code" in error)) return null;
    throw error;
  }
}

const open = (sharp: Library, bytes: Buffer) =>
  sharp(bytes, { limitInputPixels: PIXELS, failOn: "error", sequentialRead: true });

const sized = (sharp: Library, { bytes, side }: { readonly bytes: Buffer; readonly side: number }) =>
  open(sharp, bytes)
    .autoOrient()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .jpeg({ quality: QUALITY })
    .timeout({ seconds: TAKES_AT_MOST_SECONDS })
    .toBuffer({ resolveWithObject: true });
