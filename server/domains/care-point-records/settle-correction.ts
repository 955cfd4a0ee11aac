import type { CorrectionAnswer } from "@shared/domains/care-point-records/corrections.contract";
import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { moveCase } from "@server/core/cases/move-case";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import { correctionMachine, type CorrectionAct, type CorrectionRole, type CorrectionState } from "./correction.machine";
import { CorrectionModel, type CorrectionDocument } from "./correction.model";
import { openWords, sealWords } from "./sealed-words";

/** The act, and the event after which the person is told. */
export const SETTLED = "corrections.settle-correction";

interface Settling {
  readonly correction: CorrectionDocument;
  readonly answer: CorrectionAnswer;
  /** Who answers: somebody of the care point, or the office that it went to. */
  readonly role: Exclude<CorrectionRole, "job">;
  /** To the person. */
  readonly words: string | undefined;
  readonly actorId: string;
  readonly key: string;
}

const acts: Readonly<Record<CorrectionAnswer, CorrectionAct>> = { taken_over: "take_over", not_so: "turn_down" };

/**
 * Says what became of a correction: taken over, or not so. It is then done; whoever reported it and is signed in reads it
 * in her inbox. Of two who answer at once the second is told that it has changed.
 * @throws AppError state_changed when it was answered before, key_reused when the key answered something else
 */
export async function settleCorrection(
  { sealer, clock }: Pick<Deps, "sealer" | "clock">,
  { correction, answer, role, words, actorId, key }: Settling,
): Promise<CorrectionDocument> {
  const { _id: caseId, carePointId, reporterId } = correction;
  const now = clock.now();
  const settled = await moveCase<CorrectionAct, CorrectionState, CorrectionRole, CorrectionDocument>({
    model: CorrectionModel,
    machine: correctionMachine,
    caseId,
    act: acts[answer],
    role,
    stepId: stableId(actorId, key),
    by: actorId,
    now,
    set: { words: sealWords(sealer, { id: caseId, field: "words" }, words) },
    event: auditEvent({
      act: SETTLED,
      actorId,
      subject: { type: "correction", id: caseId },
      ...(reporterId === null ? {} : { forPersonId: reporterId }),
      carePointId,
      now,
    }),
  });
  if (openWords(sealer, settled, "words") !== (words ?? null)) throw new AppError("key_reused");
  return settled;
}
