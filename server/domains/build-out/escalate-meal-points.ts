import type { MealPointState } from "@shared/domains/build-out/build-out-shapes";
import type { WaitingState } from "@shared/domains/build-out/build-out.rules";
import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { moveCase } from "@server/core/cases/move-case";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Job } from "@server/core/jobs/job";
import { mealPointMachine, type MealPointAct, type MealPointRole } from "./meal-point.machine";
import { MealPointModel, type MealPointDocument } from "./meal-point.model";
import { findOverdue } from "./meal-points.queries";

const PROGRAM = "program";
const BATCH = 200;

const escalations: Readonly<Record<WaitingState, MealPointAct>> = {
  proposed: "escalate_survey",
  surveyed: "escalate_verification",
  verified: "escalate_building",
  built: "escalate_plaque",
  plated: "escalate_publication",
  published: "escalate_opening",
};

/**
 * A step that the county did not take by the end of its day is the city's to see to as well. Run twice it writes once;
 * who takes the step in this moment comes first.
 */
export async function escalateMealPoints({ clock }: Pick<Deps, "clock">): Promise<void> {
  for (const mealPoint of await findOverdue({ before: today(clock), limit: BATCH })) {
    try {
      await escalate({ clock }, mealPoint);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}

const isWaiting = (state: MealPointState): state is WaitingState => state in escalations;

async function escalate({ clock }: Pick<Deps, "clock">, { _id, state, dueOn, cityId }: MealPointDocument) {
  if (!isWaiting(state)) return;
  const now = clock.now();
  await moveCase<MealPointAct, MealPointState, MealPointRole, MealPointDocument>({
    model: MealPointModel,
    machine: mealPointMachine,
    caseId: _id,
    act: escalations[state],
    role: "job",
    stepId: `${_id}.${state}.${dueOn}`,
    by: null,
    now,
    only: { dueOn },
    set: { owner: { type: "city", id: cityId }, escalatedOn: today(clock) },
    event: auditEvent({
      act: "build-out.escalate",
      actorId: PROGRAM,
      subject: { type: "meal-point", id: _id },
      now,
    }),
  });
}

export const buildOutJobs: readonly Job[] = [
  { name: "build-out.escalate", every: { seconds: 3_600 }, run: escalateMealPoints },
];
