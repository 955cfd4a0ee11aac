import { importColumns } from "@shared/domains/care-point-imports/import-columns";
import type { Import, ImportRow } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { instantLabel } from "@server/core/calendar";
import type { CellNote } from "./import-row";
import type { ImportDocument } from "./import.model";
import type { RowCounts, ShownRow } from "./imports.queries";

interface Known {
  readonly counts: RowCounts | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

const NONE: RowCounts = { bad: 0, double: 0, ready: 0, applied: 0, failed: 0 };

export function presentImport(batch: ImportDocument, { counts = NONE, now }: Known): Import {
  const { _id: id, regionId, fileName, state, mode, at, rows, warnings } = batch;
  return {
    id,
    regionId,
    fileName,
    state,
    mode,
    atLabel: instantLabel({ at: at.getTime(), now }),
    rows,
    counts,
    warnings,
  };
}

/** A note with the word of its column. */
const presentNote = ({ column, reason }: CellNote) => ({ column: importColumns[column].word, reason });

export const presentRow = ({
  _id,
  row,
  name,
  state,
  cells,
  faults,
  warnings,
  candidates,
  target,
}: ShownRow): ImportRow => ({
  id: _id,
  row,
  name,
  address: cells.address ?? "",
  state,
  faults: faults.map(presentNote),
  warnings: warnings.map(presentNote),
  candidates: [...candidates],
  ...(target ? { decided: target.carePointId } : {}),
});
