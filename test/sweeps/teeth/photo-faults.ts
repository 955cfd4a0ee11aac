import type { Fault } from "./fault";

const PICTURES = "test/domains/core/encode-picture.rules.test.ts";
const UPLOAD = "test/domains/core/upload.api.test.ts";
const STORE = "test/domains/core/file-store.test.ts";
const PHOTOS = "test/domains/care-point-photos/care-point-photos.api.test.ts";

/** Faults in what is taken of a file that somebody sends, and in who may see it. */
export const photoFaults: readonly Fault[] = [
  {
    id: "a file is read before its policy",
    file: "server/core/http/mount.ts",
    find: "if (!isDecided()) throw",
    replace: "if (isDecided() && !upload) throw",
    mustFail: { file: UPLOAD, test: "a handler that reads before its policy is not answered" },
  },
  {
    id: "2 GB are read because nobody looked at what was declared",
    file: "server/core/http/read-upload.ts",
    find: "maxBytes + WRAPPING_BYTES) throw",
    replace: "maxBytes * WRAPPING_BYTES) throw",
    mustFail: { file: UPLOAD, test: "2 GB declared is refused" },
  },
  {
    id: "a picture has no limit of pixels",
    file: "server/core/files/encode-picture.ts",
    find: "limitInputPixels: PIXELS",
    replace: "limitInputPixels: false",
    mustFail: { file: PICTURES, test: "24 million pixels and a row" },
  },
  {
    id: "a picture keeps where it was taken",
    file: "server/core/files/encode-picture.ts",
    find: '.toColourspace("srgb")',
    replace: '.toColourspace("srgb").keepMetadata()',
    mustFail: { file: PICTURES, test: "a JPEG that says where it was taken" },
  },
  {
    id: "a link never ends",
    file: "server/core/files/file-links.ts",
    find: "return left > 0 ?",
    replace: "return left > -Infinity ?",
    mustFail: { file: STORE, test: "holds for half an hour at least, and for an hour at most" },
  },
  {
    id: "whoever dies while writing leaves files for ever",
    file: "server/domains/care-point-photos/photos.jobs.ts",
    find: "[...died, ...removed]",
    replace: "[...removed]",
    mustFail: { file: PHOTOS, test: "what a writer that died had begun, files and place" },
  },
];
