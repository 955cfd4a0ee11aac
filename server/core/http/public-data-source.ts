import type { CsvRow } from "../csv";

/** One row in the standard's own names. */
export type Row = Readonly<Record<string, unknown>>;

/** Where the rows of one public data set come from. */
export interface PublicDataSource {
  /** Changes whenever any row does; the ETag. */
  readonly version: () => Promise<string>;
  readonly rows: () => AsyncIterable<Row>;
  /** The rows of the CSV: flat, its columns in the order of the keys. */
  readonly csvRows: () => AsyncIterable<CsvRow>;
}
