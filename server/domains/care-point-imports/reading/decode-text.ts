import { TableError } from "./table-problem";

/** In the order in which they are tried: what is no UTF-8 is what Chinese spreadsheets save as CSV. */
const ENCODINGS = ["utf-8", "gb18030"] as const;

/**
 * The text of a file in UTF-8, with a byte order mark or without, or else in GB18030.
 * @throws TableError for bytes that are text in neither
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new TableError("import_not_what_it_says");
  for (const encoding of ENCODINGS) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  throw new TableError("import_unreadable");
}
