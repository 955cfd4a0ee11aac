import { read, utils } from "@e965/xlsx";
import { CsvError, parse } from "csv-parse/sync";
import { MAX_ROWS } from "@shared/domains/care-point-imports/import-columns";
import { decodeText } from "./decode-text";
import { TableError } from "./table-problem";
import { checkZip } from "./zip-directory";

/** The rows of a table as text, the head first; a row's place is what a spreadsheet shows beside it, less one. */
export type Table = readonly (readonly string[])[];

const COLUMNS_AT_MOST = 60;
/** Beginnings of files that call themselves something else: a zip, an old .xls or a locked .xlsx, a PDF. */
const ZIP = Buffer.from("PK\u0003\u0004");
const OTHERS = [ZIP, Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from("%PDF")];

/**
 * Reads a CSV or .xlsx file whole; of the latter the first sheet. Holds up whoever calls it for seconds.
 * @throws TableError for a file that is no such table or has more rows than one import takes
 */
export function readTable({ bytes, fileName }: { readonly bytes: Buffer; readonly fileName: string }): Table {
  if (bytes.length === 0) throw new TableError("import_empty");
  const rows = readRows(bytes, fileName);
  const last = rows.reduce((latest, row, place) => (row.some((cell) => cell.trim() !== "") ? place : latest), 0);
  // The head is no row of the import.
  if (last > MAX_ROWS) throw new TableError("import_too_many_rows");
  if (last < 1) throw new TableError("import_empty");
  return rows.slice(0, last + 1).map((row) => row.slice(0, COLUMNS_AT_MOST).map((cell) => cell.trim()));
}

function readRows(bytes: Buffer, fileName: string): string[][] {
  const name = fileName.toLowerCase();
  if (name.endsWith(".csv")) return readCsv(bytes);
  if (name.endsWith(".xlsx")) return readXlsx(bytes);
  throw new TableError("import_wrong_kind");
}

function readCsv(bytes: Buffer): string[][] {
  if (OTHERS.some((beginning) => bytes.subarray(0, beginning.length).equals(beginning)))
    throw new TableError("import_not_what_it_says");
  const text = decodeText(bytes);
  try {
    return parse(text, { relax_column_count: true, relax_quotes: true, to: MAX_ROWS + 2 });
  } catch (error) {
    if (error instanceof CsvError) throw new TableError("import_open_quote");
    throw error;
  }
}

function readXlsx(bytes: Buffer): string[][] {
  if (!bytes.subarray(0, ZIP.length).equals(ZIP)) throw new TableError("import_not_what_it_says");
  checkZip(bytes);
  const options = { type: "buffer", dense: true, cellFormula: false, cellHTML: false, cellText: false } as const;
  const sheet = firstSheet(() => read(bytes, { ...options, sheetRows: MAX_ROWS + 2 }));
  return utils
    .sheet_to_json<unknown[]>(sheet, { header: 1, defval: "", blankrows: true })
    .map((row) => row.map(String));
}

function firstSheet(open: () => ReturnType<typeof read>) {
  try {
    const { SheetNames, Sheets } = open();
    const sheet = Sheets[SheetNames[0] ?? ""];
    if (sheet) return sheet;
  } catch {
    // The library says only that it did not understand.
  }
  throw new TableError("import_not_what_it_says");
}
