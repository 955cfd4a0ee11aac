import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import type { CaseOwner } from "@server/core/cases/case.model";
import { moveCase } from "@server/core/cases/move-case";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Job } from "@server/core/jobs/job";
import { carePointRegionScope } from "@server/domains/care-points/index";
import { correctionMachine, type CorrectionAct, type CorrectionRole, type CorrectionState } from "./correction.machine";
import { CorrectionModel, type CorrectionDocument } from "./correction.model";
import { findOverdue } from "./corrections.queries";

const PROGRAM = "program";
const BATCH = 200;

/**
 * What a care point did not answer by the end of its day becomes the district's to see to. Run twice it writes once; who
 * answers in this moment comes first.
 */
export async function escalateCorrections({ clock }: Pick<Deps, "clock">): Promise<void> {
  const now = clock.now();
  for (const correction of await findOverdue({ before: today(clock), limit: BATCH })) {
    try {
      await escalate(correction, now);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}

async function escalate({ _id, carePointId }: CorrectionDocument, now: number): Promise<void> {
  const subject = { type: "correction", id: _id };
  await moveCase<CorrectionAct, CorrectionState, CorrectionRole, CorrectionDocument>({
    model: CorrectionModel,
    machine: correctionMachine,
    caseId: _id,
    act: "escalate",
    role: "job",
    stepId: `${_id}.escalate`,
    by: null,
    reason: "overdue",
    now,
    set: { owner: await higherOwner(carePointId) },
    event: auditEvent({ act: "corrections.escalate", actorId: PROGRAM, subject, carePointId, now }),
  });
}

/** Where a city has no districts, it stays with the care point, marked. */
async function higherOwner(carePointId: string): Promise<CaseOwner> {
  const districtId = await carePointRegionScope(carePointId);
  return districtId === null ? { type: "care_point", id: carePointId } : { type: "district", id: districtId };
}

export const correctionJobs: readonly Job[] = [
  { name: "corrections.escalate", every: { seconds: 3_600 }, run: escalateCorrections },
];
