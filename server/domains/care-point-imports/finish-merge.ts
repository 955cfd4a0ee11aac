import type { MergeState } from "@shared/domains/care-point-imports/care-point-merges.contract";
import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { moveCase } from "@server/core/cases/move-case";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import type { Job } from "@server/core/jobs/job";
import { moveStaffRoles } from "@server/domains/accounts/index";
import { moveCorrections } from "@server/domains/care-point-records/index";
import { changeCarePoint, findCarePoint, type CarePointDocument } from "@server/domains/care-points/index";
import { joinedFacts } from "./joined-facts";
import { mergeMachine, type MergeAct, type MergeRole } from "./merge.machine";
import { CarePointMergeModel, type CarePointMergeDocument } from "./merge.model";
import { findMergesToFinish } from "./merges.queries";

const TRIES = 5;
const PROGRAM = "program";

type FinishDeps = Pick<Deps, "clock" | "actors">;

/**
 * Makes one entry of two, step by step, each under the merge's own key: the one that stays takes over what it lacks, the
 * other leaves the lists and tells where it went, those who work there come along, and
 * so does what nobody answered yet. Begun again it finds done what is done.
 */
export async function finishMerge(deps: FinishDeps, merge: CarePointMergeDocument): Promise<CarePointMergeDocument> {
  if (merge.state !== "confirmed") return merge;
  const { _id, keepId, goneId } = merge;
  const actorId = merge.confirmedBy ?? PROGRAM;
  const gone = await findCarePoint(goneId);
  if (!gone) throw new AppError("internal", { cause: new Error(`no care point ${goneId}`) });
  await change(deps, { merge, carePointId: keepId, step: "keep", factsOf: (keep) => joinedFacts({ keep, gone }) });
  const withheld = { since: today(deps.clock), why: "merged", mergedInto: keepId } as const;
  await change(deps, { merge, carePointId: goneId, step: "gone", factsOf: () => ({ withheld }) });
  const moving = { from: goneId, to: keepId, actorId, act: "care-point-merges.answer-merge" };
  await moveStaffRoles(deps, moving);
  await moveCorrections(deps, moving);
  const now = deps.clock.now();
  const subject = { type: "care-point-merge", id: _id };
  return moveCase<MergeAct, MergeState, MergeRole, CarePointMergeDocument>({
    model: CarePointMergeModel,
    machine: mergeMachine,
    caseId: _id,
    act: "finish",
    role: "program",
    stepId: `${_id}.finish`,
    by: null,
    now,
    set: { isOpen: false },
    event: auditEvent({ act: "care-point-merges.finish", actorId: PROGRAM, subject, carePointId: keepId, now }),
  });
}

interface Changing {
  readonly merge: CarePointMergeDocument;
  readonly carePointId: string;
  readonly step: "keep" | "gone";
  readonly factsOf: (seen: CarePointDocument) => Parameters<typeof changeCarePoint>[1]["facts"];
}

async function change(deps: FinishDeps, { merge, carePointId, step, factsOf }: Changing): Promise<void> {
  const id = stableId(merge._id, step);
  const actorId = merge.confirmedBy ?? PROGRAM;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const seen = await findCarePoint(carePointId);
    if (!seen) return;
    const now = deps.clock.now();
    const subject = { type: "care-point", id: carePointId };
    const changed = await changeCarePoint(deps, {
      carePointId,
      version: seen.version,
      facts: factsOf(seen),
      change: { id, fingerprint: id },
      event: auditEvent({ act: "care-point-merges.answer-merge", actorId, subject, carePointId, now }),
    });
    if (changed) return;
  }
  throw new AppError("try_again");
}

/** Finishes what broke off. */
async function finishMerges(deps: FinishDeps): Promise<void> {
  for (const merge of await findMergesToFinish()) await finishMerge(deps, merge);
}

export const mergeJobs: readonly Job[] = [
  { name: "care-point-merges.finish", every: { seconds: 30 }, run: finishMerges },
];
