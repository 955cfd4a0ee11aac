import type { ImportMode } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import type { Deps } from "@server/core/deps";
import { ImportModel, type ImportDocument } from "./import.model";
import { countRows, findImport } from "./imports.queries";

interface Applying {
  readonly batch: ImportDocument;
  readonly mode: ImportMode;
  readonly actorId: string;
}

/**
 * Says that an import's rows become entries; a job then applies them. Said again it is the same.
 *
 * - As a whole only when no row is bad and every possible double is decided.
 * - Or the good rows alone: the others stay in the import, to be mended and brought again.
 *
 * @throws AppError import_not_clean, import_applied when it was applied in the other way
 */
export async function applyImport({ clock }: Pick<Deps, "clock">, applying: Applying): Promise<ImportDocument> {
  const { batch, mode, actorId } = applying;
  const { _id } = batch;
  const counts = (await countRows([_id])).get(_id);
  if (mode === "all" && batch.state === "checked" && counts && counts.bad + counts.double > 0)
    throw new AppError("import_not_clean");
  const subject = { type: "care-point-import", id: _id };
  const event = auditEvent({ act: "care-point-imports.apply-import", actorId, subject, now: clock.now() });
  const applied = await ImportModel.findOneAndUpdate(
    { _id, state: "checked" },
    { $set: { state: "applying", mode, appliedBy: actorId }, $push: { outbox: event } },
    { returnDocument: "after" },
  )
    .lean<ImportDocument>()
    .exec();
  const now = applied ?? (await findImport(_id));
  if (now?.mode !== mode) throw new AppError("import_applied");
  return now;
}
