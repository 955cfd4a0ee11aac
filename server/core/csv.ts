import { type Readable, pipeline } from "node:stream";
import { stringify } from "csv-stringify";

/** One line of a table: its columns in the order of the keys, the same keys in every row. */
export type CsvRow = Readonly<Record<string, string | number | null>>;

/**
 * Rows as a CSV file, streamed: UTF-8 with a byte order mark, by which WPS and Excel know it, lines ended by CR LF, the
 * first row's keys as its head. Text that a spreadsheet would run as a formula (`= + - @`, tab, CR, their full-width
 * forms at the start) gets a leading quote; numbers stay numbers.
 * A source of rows that breaks off destroys the stream: the file ends in the open.
 */
export function streamCsv(rows: AsyncIterable<CsvRow> | Iterable<CsvRow>): Readable {
  const csv = stringify({
    header: true,
    bom: true,
    record_delimiter: "windows",
    quote_record_delimiter: true,
    escape_formulas: true,
  });
  // Whoever reads the stream hears of the error by the stream's own `error`.
  return pipeline(rows, csv, () => undefined);
}
