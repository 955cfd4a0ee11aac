import { auditEvent } from "@server/core/audit/audit-event";
import { againOnConflict } from "@server/core/db/again-on-conflict";
import type { Deps } from "@server/core/deps";
import { newId } from "@server/core/ids";
import { CorrectionModel, type CorrectionDocument } from "./correction.model";
import { findUnanswered } from "./corrections.queries";

interface Moving {
  /** The entry that is none any more. */
  readonly from: string;
  readonly to: string;
  readonly actorId: string;
  /** The endpoint's stem with its contract, for the audit. */
  readonly act: string;
}

/**
 * What somebody said about one entry and nobody answered yet is asked of another from now on: who works there answers, and
 * whoever said it is told. Its state and its day stay. Asked again there is nothing left to move.
 */
export async function moveCorrections(deps: Pick<Deps, "clock">, moving: Moving): Promise<void> {
  for (;;) {
    const waiting = await findUnanswered(moving.from);
    for (const correction of waiting) await move(deps, correction, moving);
    if (waiting.length === 0) return;
  }
}

/** The guarantee: nobody answered meanwhile, no job took it further; either is looked at anew. */
async function move(
  { clock }: Pick<Deps, "clock">,
  { _id, state, owner }: CorrectionDocument,
  { from, to, actorId, act }: Moving,
): Promise<void> {
  const now = clock.now();
  const step = { id: newId(), act: "move", by: actorId, at: new Date(now), from: state, to: state };
  const event = auditEvent({ act, actorId, subject: { type: "correction", id: _id }, carePointId: to, now });
  const moved = owner.type === "care_point" ? { carePointId: to, owner: { ...owner, id: to } } : { carePointId: to };
  await againOnConflict(() =>
    CorrectionModel.updateOne(
      { _id, carePointId: from, state },
      { $set: moved, $push: { timeline: step, outbox: event } },
    ).exec(),
  );
}
