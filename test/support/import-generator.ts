import { importColumnKeys, importColumns, type ImportColumn } from "@shared/domains/care-point-imports/import-columns";

export type ImportCells = Partial<Record<ImportColumn, string>>;

const COLUMNS = 50;
/** Some 70 m apart: two thousand of them fill a community and no more. */
const STEP_DEGREES = 0.0007;

/** The row of this number, in which nothing is wrong; all lie around one community. */
export const importRow = (n: number, cells: ImportCells = {}): ImportCells => ({
  name: `${n}号老年食堂`,
  kinds: "老年食堂",
  services: "助餐",
  region: "春风社区",
  address: `春风街 ${n} 号`,
  phone: `0373-5${String(n).padStart(6, "0")}`,
  latitude: (35.286 + Math.floor(n / COLUMNS) * STEP_DEGREES).toFixed(6),
  longitude: (113.8625 + (n % COLUMNS) * STEP_DEGREES).toFixed(6),
  hours: "周一至周五 10:30-13:00，16:30-18:00；周六 10:30-12:30",
  ...cells,
});

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table as a spreadsheet saves it as text. */
export const csvOf = (rows: readonly ImportCells[]): string =>
  [
    importColumnKeys.map((key) => importColumns[key].word),
    ...rows.map((row) => importColumnKeys.map((key) => row[key] ?? "")),
  ]
    .map((line) => line.map(quoted).join(","))
    .join("\r\n");
