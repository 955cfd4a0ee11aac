import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { moveCase } from "@server/core/cases/move-case";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Job } from "@server/core/jobs/job";
import { findCarePointLabels } from "@server/domains/care-points/index";
import {
  recordChangeMachine,
  type RecordChangeAct,
  type RecordChangeRole,
  type RecordChangeState,
} from "./record-change.machine";
import { RecordChangeModel, type RecordChangeDocument } from "./record-change.model";
import { findOverdueChanges } from "./record-changes.queries";

const PROGRAM = "program";
const BATCH = 200;

/**
 * What the district's office did not answer by the end of its day is the city's to see to as well. Run twice it writes
 * once; who answers in this moment comes first.
 */
export async function escalateChanges({ clock }: Pick<Deps, "clock">): Promise<void> {
  const changes = await findOverdueChanges({ before: today(clock), limit: BATCH });
  const places = await findCarePointLabels(changes.map(({ carePointId }) => carePointId));
  for (const change of changes) {
    try {
      await escalate({ clock }, change, places.get(change.carePointId)?.cityId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}

/** Where the city's office is the one that answers anyway, or the entry is gone, it stays there, marked. */
async function escalate(
  { clock }: Pick<Deps, "clock">,
  { _id, carePointId, offices, owner }: RecordChangeDocument,
  cityId: string | undefined,
): Promise<void> {
  const now = clock.now();
  const isHigher = cityId !== undefined && !offices.includes(cityId);
  await moveCase<RecordChangeAct, RecordChangeState, RecordChangeRole, RecordChangeDocument>({
    model: RecordChangeModel,
    machine: recordChangeMachine,
    caseId: _id,
    act: "escalate",
    role: "job",
    stepId: `${_id}.escalate`,
    by: null,
    reason: "overdue",
    now,
    set: {
      owner: isHigher ? { type: "city", id: cityId } : owner,
      offices: isHigher ? [...offices, cityId] : offices,
      escalatedOn: today(clock),
    },
    event: auditEvent({
      act: "record-changes.escalate",
      actorId: PROGRAM,
      subject: { type: "record-change", id: _id },
      carePointId,
      now,
    }),
  });
}

export const recordChangeJobs: readonly Job[] = [
  { name: "record-changes.escalate", every: { seconds: 3_600 }, run: escalateChanges },
];
