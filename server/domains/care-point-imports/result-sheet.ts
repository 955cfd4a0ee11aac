import { importColumnKeys, importColumns } from "@shared/domains/care-point-imports/import-columns";
import type { RowState } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { trusted } from "@server/core/db/trusted";
import type { CsvRow } from "@server/core/csv";
import { ImportRowModel, type ImportRowDocument } from "./import.model";

const BATCH = 500;

const OUTCOMES = {
  bad: "没有导入：有错",
  double: "没有导入：可能是同一处，还没认定",
  ready: "等着导入",
  applied: "已导入",
  failed: "没有导入：要改的点位已经并入别处",
} as const satisfies Record<RowState, string>;

interface Wanted {
  readonly importId: string;
  /** The bad rows alone, to be mended. */
  readonly isBadOnly: boolean;
}

/** Rows of an import as they were written, each with what became of it; read while they are sent. */
export async function* resultSheet({ importId, isBadOnly }: Wanted): AsyncGenerator<CsvRow> {
  for (let after = 0; ;) {
    const batch = await ImportRowModel.find({
      importId,
      ...(isBadOnly ? { state: "bad" } : {}),
      row: trusted({ $gt: after }),
    })
      .sort({ row: 1 })
      .limit(BATCH)
      .batchSize(BATCH)
      .lean<ImportRowDocument[]>();
    yield* batch.map(sheetRow);
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return;
    after = last.row;
  }
}

function sheetRow({ row, state, cells, faults, warnings, carePointId }: ImportRowDocument): CsvRow {
  const notes = [...faults, ...warnings].map(({ column, reason }) => `「${importColumns[column].word}」${reason}`);
  const written = importColumnKeys.map((key) => [importColumns[key].word, cells[key] ?? ""] as const);
  return {
    ...Object.fromEntries(written),
    // What was written under a number of ours stays; a new entry tells the one it got.
    [importColumns.ownId.word]: cells.ownId || (carePointId ?? ""),
    行: row,
    结果: OUTCOMES[state],
    原因: notes.join("；"),
  };
}
