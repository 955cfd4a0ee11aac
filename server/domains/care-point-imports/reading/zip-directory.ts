import { inflateRawSync } from "node:zlib";
import { TableError } from "./table-problem";

/** More than a table of 50,000 rows unpacks to: some 30 MB. */
const UNPACKED_AT_MOST = 64 * 1024 * 1024;
const ENTRIES_AT_MOST = 200;
const END_RECORD = 0x06054b50;
const END_LENGTH = 22;
const COMMENT_AT_MOST = 65_535;
const DIRECTORY_RECORD = 0x02014b50;
const DIRECTORY_LENGTH = 46;
const LOCAL_RECORD = 0x04034b50;
const LOCAL_LENGTH = 30;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

/**
 * Proves that a zip holds no more than it says, before anything else opens it: what the directory promises is added up
 * first, then each entry is unpacked with its promise as the limit.
 * @throws TableError for what is no zip, is encrypted, or holds more than a table would
 */
export function checkZip(bytes: Buffer): void {
  const entries = directoryOf(bytes);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > UNPACKED_AT_MOST) throw new TableError("import_too_much_inside");
  if (!entries.some(({ name }) => name === "[Content_Types].xml")) throw new TableError("import_not_what_it_says");
  for (const entry of entries) keepPromise(bytes, entry);
}

function directoryOf(bytes: Buffer): readonly Entry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > ENTRIES_AT_MOST) throw new TableError("import_too_much_inside");
  const entries: Entry[] = [];
  for (let at = bytes.readUInt32LE(end + 16); entries.length < count;) {
    if (at + DIRECTORY_LENGTH > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_RECORD)
      throw new TableError("import_not_what_it_says");
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    if ((bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw new TableError("import_not_what_it_says");
    entries.push({
      name: bytes.toString("utf8", at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + name),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += DIRECTORY_LENGTH + name + extra + comment;
  }
  return entries;
}

/** The last record stands at the end, behind it at most a comment. */
function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_LENGTH - COMMENT_AT_MOST);
  for (let at = bytes.length - END_LENGTH; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END_RECORD) return at;
  throw new TableError("import_not_what_it_says");
}

/** What promises less than it holds is a bomb, whatever its directory says. */
function keepPromise(bytes: Buffer, { at, packed, unpacked, method }: Entry): void {
  if (at + LOCAL_LENGTH > bytes.length || bytes.readUInt32LE(at) !== LOCAL_RECORD)
    throw new TableError("import_not_what_it_says");
  const from = at + LOCAL_LENGTH + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const held = bytes.subarray(from, from + packed);
  if (held.length !== packed) throw new TableError("import_not_what_it_says");
  if (method === STORED && packed === unpacked) return;
  if (method !== DEFLATED) throw new TableError("import_not_what_it_says");
  try {
    // Zero would mean no limit.
    inflateRawSync(held, { maxOutputLength: Math.max(1, unpacked) });
  } catch (error) {
    const isTooMuch = (error as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE";
    throw new TableError(isTooMuch ? "import_too_much_inside" : "import_not_what_it_says");
  }
}
