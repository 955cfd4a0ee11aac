import type { RowFilter, RowState } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { trusted } from "@server/core/db/trusted";
import { ImportModel, ImportRowModel, type ImportDocument, type ImportRowDocument } from "./import.model";

const IMPORTS_SHOWN = 10;
const ROW_FIELDS = { row: 1, name: 1, state: 1, cells: 1, faults: 1, warnings: 1, candidates: 1, target: 1 } as const;
/** What a list of rows shows. */
export type ShownRow = Pick<ImportRowDocument, "_id" | keyof typeof ROW_FIELDS>;

export const findImport = (id: string): Promise<ImportDocument | null> =>
  ImportModel.findById(id).lean<ImportDocument>().exec();

/** Newest first. */
export const findImportsOf = (regionId: string): Promise<ImportDocument[]> =>
  ImportModel.find({ regionId })
    .sort({ at: -1 })
    .limit(IMPORTS_SHOWN)
    .batchSize(IMPORTS_SHOWN)
    .lean<ImportDocument[]>();

/** Whose rows are being applied, the longest waiting first. */
export const findImportsToApply = (limit: number): Promise<ImportDocument[]> =>
  ImportModel.find({ state: "applying" }).sort({ at: 1 }).limit(limit).batchSize(limit).lean<ImportDocument[]>();

export type RowCounts = Readonly<Record<RowState, number>>;

/** How many rows of each import are in which state. One command. */
export async function countRows(importIds: readonly string[]): Promise<ReadonlyMap<string, RowCounts>> {
  const groups = await ImportRowModel.aggregate<{ _id: { importId: string; state: RowState }; rows: number }>([
    { $match: { importId: { $in: [...importIds] } } },
    { $group: { _id: { importId: "$importId", state: "$state" }, rows: { $sum: 1 } } },
  ]);
  const none = { bad: 0, double: 0, ready: 0, applied: 0, failed: 0 };
  return new Map(
    importIds.map((id) => {
      const own = groups.filter(({ _id }) => _id.importId === id).map(({ _id, rows }) => [_id.state, rows]);
      return [id, { ...none, ...(Object.fromEntries(own) as Partial<RowCounts>) }];
    }),
  );
}

const filters = {
  bad: { state: "bad" },
  failed: { state: "failed" },
  double: { "candidates.0": trusted({ $exists: true }) },
  warned: { "warnings.0": trusted({ $exists: true }) },
} as const satisfies Record<RowFilter, object>;

interface Wanted {
  readonly importId: string;
  readonly show: RowFilter;
  /** The row after which the list goes on; 0 from the start. */
  readonly after: number;
  readonly limit: number;
}

/** Rows of one sort in the file's order. */
export const findRows = ({ importId, show, after, limit }: Wanted): Promise<ShownRow[]> =>
  ImportRowModel.find({ importId, ...filters[show], row: trusted({ $gt: after }) })
    .select(ROW_FIELDS)
    .sort({ row: 1 })
    .limit(limit)
    .batchSize(limit)
    .lean<ShownRow[]>();

/** Rows still to be applied, in the file's order. */
export const findReadyRows = (importId: string, limit: number): Promise<ImportRowDocument[]> =>
  ImportRowModel.find({ importId, state: "ready" })
    .sort({ row: 1 })
    .limit(limit)
    .batchSize(limit)
    .lean<ImportRowDocument[]>();

export const findRow = (id: string): Promise<ShownRow | null> =>
  ImportRowModel.findById(id).select(ROW_FIELDS).lean<ShownRow>().exec();
