import { auditEvent } from "@server/core/audit/audit-event";
import { moveCase } from "@server/core/cases/move-case";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import type { CarePointDocument } from "@server/domains/care-points/index";
import { standingWords } from "./change-words";
import {
  recordChangeMachine,
  type RecordChangeAct,
  type RecordChangeRole,
  type RecordChangeState,
} from "./record-change.machine";
import { RecordChangeModel, type RecordChangeDocument } from "./record-change.model";

interface Withdrawing {
  readonly change: RecordChangeDocument;
  readonly carePoint: CarePointDocument;
  readonly actorId: string;
  readonly key: string;
}

/**
 * A manager takes a proposed change back while no office has answered; the next of its kind can be proposed then. Of her
 * and an office that answers at once the second is told that it has changed.
 * @throws AppError state_changed when it was answered or taken back before, key_reused
 */
export function withdrawChange(
  { clock }: Pick<Deps, "clock">,
  { change, carePoint, actorId, key }: Withdrawing,
): Promise<RecordChangeDocument> {
  const { _id: caseId, what, carePointId } = change;
  const now = clock.now();
  const subject = { type: "record-change", id: caseId };
  return moveCase<RecordChangeAct, RecordChangeState, RecordChangeRole, RecordChangeDocument>({
    model: RecordChangeModel,
    machine: recordChangeMachine,
    caseId,
    act: "withdraw",
    role: "manager",
    stepId: stableId(actorId, key),
    by: actorId,
    now,
    set: { before: standingWords(what, carePoint) },
    event: auditEvent({ act: "record-changes.withdraw-change", actorId, subject, carePointId, now }),
  });
}
