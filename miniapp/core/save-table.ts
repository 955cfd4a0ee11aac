import { fetchFile } from "./http";

const BYTE_ORDER_MARK = "\uFEFF";

/** Whether this device keeps files for the person: a computer does, WeChat does not. */
export const canSaveTables = (): boolean => process.env.TARO_ENV === "h5";

/** Gives the person a table to keep that is made here. */
export function saveTable({ fileName, rows }: { fileName: string; rows: readonly (readonly string[])[] }): void {
  const quoted = rows.map((row) => row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(","));
  hand(new Blob([BYTE_ORDER_MARK, quoted.join("\r\n")], { type: "text/csv" }), fileName);
}

/**
 * Fetches one of the server's tables with the person's session and gives it to her to keep.
 * @param path below `/api`
 * @throws ApiError with the sentence to show
 */
export async function fetchTable({ path, fileName }: { path: string; fileName: string }): Promise<void> {
  hand(await fetchFile(path), fileName);
}

function hand(table: Blob, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(table);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
