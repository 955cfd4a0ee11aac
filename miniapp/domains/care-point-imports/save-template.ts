import { importColumnKeys, importColumns } from "@shared/domains/care-point-imports/import-columns";
import { saveTable } from "@miniapp/core/save-table";

/** An empty table with its head and one example, for the person to fill in. */
export function saveTemplate(): void {
  const head = importColumnKeys.map((key) => {
    const { word, isRequired } = importColumns[key];
    return isRequired ? `${word}（必填）` : word;
  });
  saveTable({ fileName: "点位模板.csv", rows: [head, importColumnKeys.map((key) => importColumns[key].example)] });
}
