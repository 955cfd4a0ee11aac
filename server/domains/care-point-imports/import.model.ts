import mongoose, { Schema, type Model } from "mongoose";
import type { ImportColumn } from "@shared/domains/care-point-imports/import-columns";
import type { ImportMode, ImportState, RowState } from "@shared/domains/care-point-imports/care-point-imports.contract";
import type { WantedIndexes } from "@server/core/db/indexes";
import type { Datum } from "@shared/core/datum";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";
import type { CellNote, RowFacts } from "./import-row";
import type { Candidate } from "./match-places";

export const IMPORTS = "care_point_imports";
export const IMPORT_ROWS = "care_point_import_rows";

/** One file that an office brought in; it stands once all its rows stand. */
export interface ImportDocument {
  /** Made from the request's key. */
  readonly _id: string;
  readonly regionId: string;
  readonly fileName: string;
  /** Of file and datum: the same key with something else is another request. */
  readonly fingerprint: string;
  readonly datum: Datum;
  readonly rows: number;
  readonly warnings: number;
  readonly state: ImportState;
  readonly mode: ImportMode | null;
  /** Who said that it is to be applied: her name stands in the audit of each entry. */
  readonly appliedBy: string | null;
  readonly at: Date;
  /** After which nobody asks for it any more; the entries' own audit stays. */
  readonly expiresAt: Date;
  readonly outbox?: readonly OutboxEvent[];
}

/** What becomes of a row: another entry, or a change of one. */
export interface RowTarget {
  /** Null: a new entry. */
  readonly carePointId: string | null;
}

export interface ImportRowDocument {
  /** The import's id and the row, so that a repeat finds it. */
  readonly _id: string;
  readonly importId: string;
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly name: string;
  readonly state: RowState;
  readonly cells: Readonly<Partial<Record<ImportColumn, string>>>;
  readonly facts: RowFacts | null;
  readonly faults: readonly CellNote[];
  readonly warnings: readonly CellNote[];
  /** Entries that it may be; a person says which, or that it is none. */
  readonly candidates: readonly Candidate[];
  readonly target: RowTarget | null;
  /** The entry that was written. */
  readonly carePointId: string | null;
  readonly expiresAt: Date;
  readonly outbox?: readonly OutboxEvent[];
}

const options = { strict: "throw", autoIndex: false, autoCreate: false, versionKey: false } as const;
const outbox = { type: [Schema.Types.Mixed], default: undefined } as never;
const notes = { type: [Schema.Types.Mixed], required: true } as never;

const importSchema = new Schema<ImportDocument>(
  {
    _id: { type: String, required: true },
    regionId: { type: String, required: true },
    fileName: { type: String, default: "" },
    fingerprint: { type: String, required: true },
    datum: { type: String, required: true },
    rows: { type: Number, required: true },
    warnings: { type: Number, required: true },
    state: { type: String, required: true },
    mode: { type: String, default: null },
    appliedBy: { type: String, default: null },
    at: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    outbox,
  },
  { collection: IMPORTS, ...options },
);

const rowSchema = new Schema<ImportRowDocument>(
  {
    _id: { type: String, required: true },
    importId: { type: String, required: true },
    row: { type: Number, required: true },
    name: { type: String, default: "" },
    state: { type: String, required: true },
    cells: { type: Schema.Types.Mixed, required: true },
    facts: { type: Schema.Types.Mixed, default: null },
    faults: notes,
    warnings: notes,
    candidates: notes,
    target: { type: Schema.Types.Mixed, default: null },
    carePointId: { type: String, default: null },
    expiresAt: { type: Date, required: true },
    outbox,
  },
  { collection: IMPORT_ROWS, ...options, minimize: false },
);

export const ImportModel: Model<ImportDocument> = mongoose.model<ImportDocument>("CarePointImport", importSchema);
export const ImportRowModel: Model<ImportRowDocument> = mongoose.model<ImportRowDocument>(
  "CarePointImportRow",
  rowSchema,
);

const expiry = { name: "expiry", key: { expiresAt: 1 }, expireAfterSeconds: 0 } as const;

export const importIndexes: WantedIndexes = {
  collection: IMPORTS,
  indexes: [
    { name: "office", key: { regionId: 1, at: -1 }, serves: "the last imports of an office" },
    { name: "state", key: { state: 1, at: 1 }, serves: "the job: imports that are being applied" },
    { ...expiry, serves: "tidying up old imports" },
    outboxIndex,
  ],
};

export const importRowIndexes: WantedIndexes = {
  collection: IMPORT_ROWS,
  indexes: [
    { name: "state", key: { importId: 1, state: 1, row: 1 }, serves: "rows of an import by what becomes of them" },
    { ...expiry, serves: "tidying up old imports" },
    outboxIndex,
  ],
};
