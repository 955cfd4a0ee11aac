import * as z from "zod/mini";
import { Datum } from "@shared/core/datum";
import { defineContract } from "@shared/core/endpoint";
import { Cursor, Id } from "@shared/core/primitives";
import { MAX_FILE_BYTES } from "./import-columns";

/** Looked at, nothing changed yet; being applied row by row; done. */
export const ImportState = z.enum(["checked", "applying", "done"]);
export type ImportState = z.infer<typeof ImportState>;

/**
 * `bad`: not understood; `double`: perhaps an entry that is there, a person decides; `ready`: to be applied; `applied`;
 * `failed`: the entry could not be changed any more.
 */
export const RowState = z.enum(["bad", "double", "ready", "applied", "failed"]);
export type RowState = z.infer<typeof RowState>;

/** Which rows: not understood; perhaps an entry that is there, decided or not; to be looked at; not applied after all. */
export const RowFilter = z.enum(["bad", "double", "warned", "failed"]);
export type RowFilter = z.infer<typeof RowFilter>;

/** `all`: only when no row is bad or undecided; `good_only`: those are left out. */
export const ImportMode = z.enum(["all", "good_only"]);
export type ImportMode = z.infer<typeof ImportMode>;

/** A cell by the word of its column, and what is said of it. */
const CellNote = z.object({ column: z.string(), reason: z.string() });

export const Import = z.object({
  id: Id,
  regionId: Id,
  fileName: z.string(),
  state: ImportState,
  /** Null until it is applied. */
  mode: z.nullable(ImportMode),
  /** "11月22日 14:05". */
  atLabel: z.string(),
  /** Beneath the head, empty ones left out. */
  rows: z.int(),
  counts: z.object({ bad: z.int(), double: z.int(), ready: z.int(), applied: z.int(), failed: z.int() }),
  /** Rows that may be right and should be looked at. */
  warnings: z.int(),
});
export type Import = z.infer<typeof Import>;

export const ImportRow = z.object({
  id: z.string(),
  /** As the spreadsheet numbers it; the head is 1. */
  row: z.int(),
  name: z.string(),
  /** As written. */
  address: z.string(),
  state: RowState,
  faults: z.array(CellNote),
  warnings: z.array(CellNote),
  /** Entries that it may be, nearest first. */
  candidates: z.array(z.object({ carePointId: Id, name: z.string(), address: z.string(), metres: z.int() })),
  /** What was decided: the entry it is, or null for a new one; absent while nobody has. */
  decided: z.optional(z.nullable(Id)),
});
export type ImportRow = z.infer<typeof ImportRow>;

const importId = z.strictObject({ importId: Id });

export const carePointImportsContract = defineContract({
  name: "care-point-imports",
  errors: {
    import_wrong_kind: { status: 422, text: "只能导入 .csv 或 .xlsx 文件，请在表格软件里另存为其中一种" },
    import_not_what_it_says: { status: 422, text: "文件的内容和名字对不上，请在表格软件里另存一次再选" },
    import_too_many_rows: { status: 422, text: "一次最多导入 50000 行，请分成几份" },
    import_unreadable: { status: 422, text: "认不出文件的文字编码，请另存为“CSV UTF-8”再选" },
    import_open_quote: { status: 422, text: "文件里有一个引号没有成对，请在表格软件里另存一次再选" },
    import_too_much_inside: { status: 422, text: "这个文件解开后太大，不像普通表格，没有打开它" },
    import_empty: { status: 422, text: "表里没有内容，第一行写列名，从第二行开始写点位" },
    import_columns_missing: { status: 422, text: "缺少必填的列，请对照模板的第一行" },
    import_not_clean: { status: 409, text: "还有没改好或没认定的行，请先处理，或者只导入好的行" },
    import_applied: { status: 409, text: "这一批已经在导入了，不能再改" },
  },
  endpoints: {
    checkImport: {
      method: "POST",
      path: "/care-point-imports",
      summary: "Read a table of care points and say what is wrong with which row; nothing is changed",
      access: "signed-in",
      keyed: true,
      query: z.strictObject({ regionId: Id, datum: Datum }),
      upload: { maxBytes: MAX_FILE_BYTES, mediaTypes: [".csv", ".xlsx"] },
      response: Import,
      errors: [
        "import_wrong_kind",
        "import_not_what_it_says",
        "import_too_many_rows",
        "import_unreadable",
        "import_open_quote",
        "import_too_much_inside",
        "import_empty",
        "import_columns_missing",
      ],
    },
    listImports: {
      method: "GET",
      path: "/care-point-imports",
      summary: "An office's last ten imports, newest first",
      access: "signed-in",
      query: z.strictObject({ regionId: Id }),
      response: z.object({ imports: z.array(Import) }),
    },
    getImport: {
      method: "GET",
      path: "/care-point-imports/:importId",
      summary: "How far an import is",
      access: "signed-in",
      params: importId,
      response: Import,
    },
    listImportRows: {
      method: "GET",
      path: "/care-point-imports/:importId/rows",
      summary: "Rows of an import of one sort, in the file's order, twenty at a time",
      access: "signed-in",
      params: importId,
      query: z.strictObject({ show: RowFilter, cursor: z.optional(Cursor) }),
      response: z.object({ rows: z.array(ImportRow), nextCursor: z.nullable(Cursor) }),
    },
    decideDouble: {
      method: "POST",
      path: "/care-point-imports/:importId/rows/:row/decisions",
      summary: "Say whether a row is an entry that is there, or another place; may be said anew until it is applied",
      access: "signed-in",
      params: z.strictObject({ importId: Id, row: z.string().check(z.regex(/^[1-9]\d{0,4}$/)) }),
      body: z.strictObject({ sameAs: z.nullable(Id) }),
      response: ImportRow,
      errors: ["import_applied"],
    },
    applyImport: {
      method: "POST",
      path: "/care-point-imports/:importId/applications",
      summary: "Apply an import row by row; said again it is the same",
      access: "signed-in",
      params: importId,
      body: z.strictObject({ mode: ImportMode }),
      response: Import,
      errors: ["import_not_clean", "import_applied"],
    },
  },
  downloads: {
    importRows: {
      path: "/care-point-imports/:importId/rows.csv",
      summary: "Every row of an import as it was written, with what became of it and why",
      params: importId,
      query: z.strictObject({ only: z.optional(z.literal("bad")) }),
    },
    facilities: {
      path: "/care-point-exports/facilities.csv",
      summary: "What an office's region has: the public facts of each entry, whether it is listed, and how sure it is",
      query: z.strictObject({ regionId: Id }),
    },
  },
});
