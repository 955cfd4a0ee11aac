import type { RowState } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { AppError, notFound, refusedField } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import { ImportRowModel, type ImportDocument } from "./import.model";
import { findRow, type ShownRow } from "./imports.queries";
import { rowIdOf } from "./row-document";

const UNDECIDED_OR_SAID: RowState[] = ["double", "ready"];

interface Deciding {
  readonly batch: ImportDocument;
  readonly row: number;
  /** One of the row's candidates; null: another place. */
  readonly sameAs: string | null;
  readonly actorId: string;
}

/**
 * Says what a possible double is: one of the entries that it may be, which the row then changes, or another place. It may
 * be said anew until the import is applied; saying the same again changes nothing.
 * @throws AppError not_found for a row that is no question, invalid_request for an entry that was not asked about,
 *   import_applied
 */
export async function decideDouble({ clock }: Pick<Deps, "clock">, deciding: Deciding): Promise<ShownRow> {
  const { batch, row, sameAs, actorId } = deciding;
  if (batch.state !== "checked") throw new AppError("import_applied");
  const _id = rowIdOf({ importId: batch._id, row });
  const seen = await findRow(_id);
  if (!seen || seen.candidates.length === 0) throw notFound();
  if (sameAs !== null && !seen.candidates.some(({ carePointId }) => carePointId === sameAs))
    throw refusedField("body.sameAs", "no_candidate");
  const target = { carePointId: sameAs };
  const subject = { type: "care-point-import", id: batch._id };
  await ImportRowModel.updateOne(
    { _id, state: trusted({ $in: UNDECIDED_OR_SAID }) },
    {
      $set: { state: "ready", target },
      $push: {
        outbox: auditEvent({ act: "care-point-imports.decide-double", actorId, subject, now: clock.now() }),
      },
    },
  );
  return { ...seen, state: "ready", target };
}
