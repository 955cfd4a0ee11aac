import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { isOnlyDuplicates } from "@server/core/db/duplicate-key";
import type { Deps } from "@server/core/deps";
import type { Datum } from "@shared/core/datum";
import type { UploadedFile } from "@server/core/http/read-upload";
import { stableId } from "@server/core/ids";
import type { PlacedRegion } from "@server/domains/regions/index";
import { checkTable, codesIn, missingColumns } from "./check-table";
import { ImportModel, ImportRowModel, type ImportDocument, type ImportRowDocument } from "./import.model";
import { findImport } from "./imports.queries";
import { openMatching } from "./open-matching";
import { readTableApart } from "./reading/read-table-apart";
import { TableError } from "./reading/table-problem";
import { openRegionNames } from "./region-names";
import { toRowDocument } from "./row-document";

/** So many rows are checked and written before others have their turn. */
const BATCH = 200;
const KEPT_MS = 90 * 86_400_000;

interface Checking {
  /** The office's region. */
  readonly office: PlacedRegion;
  readonly file: UploadedFile;
  readonly datum: Datum;
  readonly actorId: string;
  readonly key: string;
}

/**
 * Reads a file, looks at each row and finds the entry it means; nothing but the import itself is written.
 *
 * - The rows are written before the import: what broke off in between is nobody's, and goes with its date.
 * - The same key again is the same import; with another file it is refused.
 *
 * @throws AppError of the contract for a file that is no such table, key_reused
 */
export async function checkImport({ clock }: Pick<Deps, "clock">, checking: Checking): Promise<ImportDocument> {
  const { office, file, datum, actorId, key } = checking;
  const importId = stableId(actorId, key);
  const fingerprint = createHash("sha256")
    .update(`${office.id} ${datum} ${file.name}\n`)
    .update(file.bytes)
    .digest("hex");
  const known = await findImport(importId);
  if (known && known.fingerprint !== fingerprint) throw new AppError("key_reused");
  if (known) return known;
  const now = clock.now();
  const expiresAt = new Date(now + KEPT_MS);
  const sums = await writeRows({ rows: await checkedRows(checking), importId, expiresAt });
  const subject = { type: "care-point-import", id: importId };
  const made: ImportDocument = {
    _id: importId,
    regionId: office.id,
    fileName: file.name,
    fingerprint,
    datum,
    ...sums,
    state: "checked",
    mode: null,
    appliedBy: null,
    at: new Date(now),
    expiresAt,
    outbox: [auditEvent({ act: "care-point-imports.check-import", actorId, subject, now })],
  };
  await ImportModel.updateOne({ _id: importId }, { $setOnInsert: made }, { upsert: true });
  return made;
}

async function checkedRows({ office, file, datum }: Checking) {
  const table = await readTableApart({ bytes: file.bytes, fileName: file.name }).catch(refuse);
  const missing = missingColumns(table);
  if (missing.length > 0)
    throw new AppError("import_columns_missing", { fields: missing.map((path) => ({ path, message: "missing" })) });
  const [regions, matcher] = await Promise.all([
    openRegionNames(office),
    openMatching({ office, codesInFile: codesIn(table) }),
  ]);
  return { rows: checkTable({ table, datum, regions }), matcher };
}

function refuse(error: unknown): never {
  throw error instanceof TableError ? new AppError(error.problem) : error;
}

interface Writing {
  readonly rows: Awaited<ReturnType<typeof checkedRows>>;
  readonly importId: string;
  readonly expiresAt: Date;
}

/** A batch after the other, with a turn for everybody else between them. */
async function writeRows({ rows: { rows, matcher }, importId, expiresAt }: Writing) {
  const sums = { rows: 0, warnings: 0 };
  let batch: ImportRowDocument[] = [];
  const flush = async () => {
    await insertNew(batch);
    batch = [];
    await nextTurn();
  };
  for (const checked of rows) {
    sums.rows += 1;
    if (checked.warnings.length > 0) sums.warnings += 1;
    batch.push(toRowDocument({ checked, match: checked.facts && matcher.match(checked.facts), importId, expiresAt }));
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return sums;
}

async function insertNew(rows: readonly ImportRowDocument[]): Promise<void> {
  try {
    await ImportRowModel.insertMany(rows, { ordered: false, lean: true });
  } catch (error) {
    if (!isOnlyDuplicates(error)) throw error;
  }
}
