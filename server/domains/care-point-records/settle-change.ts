import type { ChangeAnswer } from "@shared/domains/care-point-records/record-changes.contract";
import { AppError, notFound } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { moveCase } from "@server/core/cases/move-case";
import { inTransaction } from "@server/core/db/in-transaction";
import type { Deps } from "@server/core/deps";
import { newId, stableId } from "@server/core/ids";
import { endStaffRoles } from "@server/domains/accounts/index";
import { changeCarePoint, findCarePoint } from "@server/domains/care-points/index";
import { standingWords } from "./change-words";
import {
  recordChangeMachine,
  type RecordChangeAct,
  type RecordChangeRole,
  type RecordChangeState,
} from "./record-change.machine";
import { RECORD_CHANGES, RecordChangeModel, type RecordChangeDocument } from "./record-change.model";
import { openText, sealText } from "./sealed-words";
import { wantedFacts } from "./wanted-facts";

/** The act, and the event after which the manager is told. */
export const CHANGE_SETTLED = "record-changes.settle-change";

interface Settling {
  readonly change: RecordChangeDocument;
  readonly answer: ChangeAnswer;
  /** Of the entry as the officer saw it. */
  readonly version: number;
  readonly words: string | undefined;
  /** With another operator: everybody who works there leaves. */
  readonly endsRoles: boolean;
  readonly actorId: string;
  readonly key: string;
}

type SettleDeps = Pick<Deps, "clock" | "sealer" | "actors">;

const acts: Readonly<Record<ChangeAnswer, RecordChangeAct>> = { approved: "approve", turned_down: "turn_down" };

/**
 * The office's answer to a proposed change.
 *
 * - A yes writes it into the entry, on the version that the officer saw: answer and entry change together or not at all.
 * - What it replaces becomes history: a former name, a former operator.
 * - With another operator the roles of those who worked there end only when the officer says so.
 * - Of two who answer at once the second is told that it has changed.
 *
 * @throws AppError record_changed when the entry was changed since, state_changed when it was answered before, key_reused
 */
export async function settleChange(deps: SettleDeps, settling: Settling): Promise<void> {
  const { change, words, actorId, key } = settling;
  const stepId = stableId(actorId, key);
  const isRepeat = change.timeline.some(({ id }) => id === stepId);
  const { settled, left } = await inTransaction(async () => {
    const moved = await move(deps, { ...settling, stepId });
    const isWritten = moved.state === "approved" && !isRepeat;
    return { settled: moved, left: isWritten ? await write(deps, settling) : [] };
  });
  for (const personId of left) deps.actors.forget(personId);
  const kept = openText(deps.sealer, { collection: RECORD_CHANGES, id: change._id, field: "words" }, settled.words);
  if (kept !== (words ?? null)) throw new AppError("key_reused");
}

async function move(
  { clock, sealer }: SettleDeps,
  { change, answer, words, actorId, stepId }: Settling & { stepId: string },
): Promise<RecordChangeDocument> {
  const { _id: caseId, carePointId, proposerId, what } = change;
  const carePoint = await findCarePoint(carePointId);
  const now = clock.now();
  return moveCase<RecordChangeAct, RecordChangeState, RecordChangeRole, RecordChangeDocument>({
    model: RecordChangeModel,
    machine: recordChangeMachine,
    caseId,
    act: acts[answer],
    role: "officer",
    stepId,
    by: actorId,
    now,
    set: {
      words: sealText(sealer, { collection: RECORD_CHANGES, id: caseId, field: "words" }, words),
      before: carePoint && standingWords(what, carePoint),
    },
    event: auditEvent({
      act: CHANGE_SETTLED,
      actorId,
      subject: { type: "record-change", id: caseId },
      ...(proposerId === null ? {} : { forPersonId: proposerId }),
      carePointId,
      now,
    }),
  });
}

/** @returns who lost a role there */
async function write(deps: SettleDeps, { change, version, endsRoles, actorId }: Settling): Promise<readonly string[]> {
  const { _id, carePointId, wanted } = change;
  const carePoint = await findCarePoint(carePointId);
  if (!carePoint) throw notFound();
  const id = stableId("record-change-approved", _id);
  const changed = await changeCarePoint(deps, {
    carePointId,
    version,
    facts: wantedFacts(wanted, carePoint),
    change: { id, fingerprint: id },
    event: { id: newId(), type: "record-changes.written", at: new Date(deps.clock.now()) },
  });
  if (!changed) throw new AppError("record_changed");
  return endsRoles && wanted.what === "operator" ? endStaffRoles(deps, { carePointId, actorId }) : [];
}
