import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { moveCase } from "@server/core/cases/move-case";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import type { MergeState } from "@shared/domains/care-point-imports/care-point-merges.contract";
import { checkMergeable } from "./check-mergeable";
import { finishMerge } from "./finish-merge";
import { mergeMachine, type MergeAct, type MergeRole } from "./merge.machine";
import { CarePointMergeModel, type CarePointMergeDocument } from "./merge.model";

interface Answering {
  readonly merge: CarePointMergeDocument;
  readonly answer: "confirm" | "decline";
  readonly actorId: string;
  readonly key: string;
}

/**
 * A second person agrees that two entries are one, and they become one; or somebody says that they are not.
 *
 * - Whoever proposed it cannot agree to it: the update itself demands somebody else.
 * - What was agreed to is finished here, or by the job when this breaks off.
 *
 * @throws AppError merge_own_proposal, merge_has_menus, merge_gone, state_changed, key_reused
 */
export async function answerMerge(
  deps: Pick<Deps, "clock" | "actors">,
  { merge, answer, actorId, key }: Answering,
): Promise<CarePointMergeDocument> {
  const { _id: caseId, keepId, goneId, proposedBy, owner } = merge;
  const isOwn = proposedBy === actorId;
  const isYes = answer === "confirm";
  if (isYes && isOwn) throw new AppError("merge_own_proposal");
  if (isYes && merge.state === "proposed")
    await checkMergeable({ regionId: owner.id, keepId, goneId, clock: deps.clock });
  const now = deps.clock.now();
  const subject = { type: "care-point-merge", id: caseId };
  const answered = await moveCase<MergeAct, MergeState, MergeRole, CarePointMergeDocument>({
    model: CarePointMergeModel,
    machine: mergeMachine,
    caseId,
    act: answer,
    role: isOwn ? "first" : "second",
    stepId: stableId(actorId, key),
    by: actorId,
    now,
    ...(isYes
      ? { only: { proposedBy: trusted({ $ne: actorId }) }, set: { confirmedBy: actorId } }
      : { set: { isOpen: false } }),
    event: auditEvent({ act: "care-point-merges.answer-merge", actorId, subject, carePointId: keepId, now }),
  });
  return isYes ? finishMerge(deps, answered) : answered;
}
