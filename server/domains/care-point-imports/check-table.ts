import { importColumns, type ImportColumn } from "@shared/domains/care-point-imports/import-columns";
import type { Datum } from "@shared/core/datum";
import { checkRow } from "./check-row";
import { readCreditCode } from "./credit-code";
import type { CheckedRow } from "./import-row";
import type { Table } from "./reading/read-table";
import type { RegionNames } from "./region-names";

interface Checking {
  readonly table: Table;
  readonly datum: Datum;
  readonly regions: RegionNames;
}

const columnsByWord: ReadonlyMap<string, ImportColumn> = new Map(
  (Object.keys(importColumns) as ImportColumn[]).map((column) => [importColumns[column].word, column]),
);

/** "名称 *" and "名称（必填）" are 名称. */
const plainHead = (head: string): string => head.normalize("NFKC").replace(/\(.*\)|[*\s]/gu, "");

/** Where each column stands, by the words of the head; a word that stands twice counts where it stands first. */
const placesOf = ([head = []]: Table): ReadonlyMap<ImportColumn, number> =>
  new Map(
    head
      .flatMap((word, place): [ImportColumn, number][] => {
        const column = columnsByWord.get(plainHead(word));
        return column ? [[column, place]] : [];
      })
      .reverse(),
  );

/** The words of required columns that a table lacks. */
export function missingColumns(table: Table): readonly string[] {
  const places = placesOf(table);
  return [...columnsByWord].filter(([, column]) => importColumns[column].isRequired && !places.has(column)).map(wordOf);
}

/** The quote that our own tables put before what a spreadsheet would run as a formula is no part of the text. */
const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/u, "");

const wordOf = ([word]: readonly [string, ImportColumn]): string => word;

/** How often a table names each credit code: a chain's code says nothing about one of its places. */
export function codesIn(table: Table): ReadonlyMap<string, number> {
  const place = placesOf(table).get("creditCode");
  const codes = new Map<string, number>();
  for (const line of place === undefined ? [] : table.slice(1)) {
    const code = readCreditCode(line[place ?? 0] ?? "");
    if ("value" in code) codes.set(code.value, (codes.get(code.value) ?? 0) + 1);
  }
  return codes;
}

/** Each row that holds anything, in the file's order; of two that are the same place the second is at fault. */
export function* checkTable({ table, datum, regions }: Checking): Generator<CheckedRow> {
  const places = placesOf(table);
  const seen = new Map<string, number>();
  for (const [index, line] of table.entries()) {
    if (index === 0 || line.every((cell) => cell === "")) continue;
    const cells = Object.fromEntries([...places].map(([column, place]) => [column, withoutGuard(line[place] ?? "")]));
    const checked = checkRow({ row: index + 1, cells, datum, regions });
    yield withoutRepeat(checked, seen);
  }
}

function withoutRepeat(checked: CheckedRow, seen: Map<string, number>): CheckedRow {
  const { facts, row, faults } = checked;
  if (!facts) return checked;
  const { ownId, name, regionId } = facts;
  const marks = [`${regionId} ${name}`, ...(ownId === null ? [] : [`id ${ownId}`])];
  const first = marks.map((mark) => seen.get(mark)).find((earlier) => earlier !== undefined);
  for (const mark of marks) if (!seen.has(mark)) seen.set(mark, row);
  if (first === undefined) return checked;
  return { ...checked, facts: null, faults: [...faults, { column: "name", reason: `和第 ${first} 行重复` }] };
}
