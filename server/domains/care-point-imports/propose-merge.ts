import { AppError, refusedField } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { openCase } from "@server/core/cases/open-case";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import { checkMergeable } from "./check-mergeable";
import { CarePointMergeModel, type CarePointMergeDocument } from "./merge.model";
import { findMerge } from "./merges.queries";

/** 假设：同事三个工作日内看一看；没有公布过规定，2026-11-22 起用。 */
const LOOK_WITHIN_WORKING_DAYS = 3;

interface Proposing {
  readonly regionId: string;
  readonly keepId: string;
  readonly goneId: string;
  readonly actorId: string;
  readonly key: string;
}

/**
 * Proposes that two entries of an office's region are one place, and which of them stays. Nothing changes until a second
 * person of the office agrees.
 *
 * - An entry is in one open proposal at a time: a unique index over both.
 * - What somebody could still eat there would be lost: an entry with meals ahead stays.
 *
 * @throws AppError merge_open, merge_has_menus, merge_gone, not_found for an entry of another office's, key_reused
 */
export async function proposeMerge(
  { clock }: Pick<Deps, "clock">,
  { regionId, keepId, goneId, actorId, key }: Proposing,
): Promise<CarePointMergeDocument> {
  if (keepId === goneId) throw refusedField("body.goneId", "the_same");
  const id = stableId("care-point-merge", actorId, key);
  const known = await findMerge(id);
  if (known) return sameAs(known, { keepId, goneId });
  await checkMergeable({ regionId, keepId, goneId, clock });
  const now = clock.now();
  const opened = openCase({
    id,
    state: "proposed",
    owner: { type: "district", id: regionId },
    workingDays: LOOK_WITHIN_WORKING_DAYS,
    act: "propose",
    by: actorId,
    reason: "one_place",
    now,
  });
  const subject = { type: "care-point-merge", id };
  const merge: CarePointMergeDocument = {
    ...opened,
    state: "proposed",
    keepId,
    goneId,
    proposedBy: actorId,
    confirmedBy: null,
    sides: [keepId, goneId],
    isOpen: true,
    at: new Date(now),
    outbox: [auditEvent({ act: "care-point-merges.propose-merge", actorId, subject, carePointId: keepId, now })],
  };
  try {
    await CarePointMergeModel.create([merge]);
    return merge;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const stands = await findMerge(id);
    if (!stands) throw new AppError("merge_open");
    return sameAs(stands, { keepId, goneId });
  }
}

/** @throws AppError key_reused when the key proposed something else */
function sameAs(known: CarePointMergeDocument, asked: { readonly keepId: string; readonly goneId: string }) {
  if (known.keepId !== asked.keepId || known.goneId !== asked.goneId) throw new AppError("key_reused");
  return known;
}
