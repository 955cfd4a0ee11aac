import { businessDay } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import type { MealPointState } from "@shared/domains/build-out/build-out-shapes";
import { buildOutRulesOn, type WaitingState } from "@shared/domains/build-out/build-out.rules";
import { auditEvent } from "@server/core/audit/audit-event";
import { moveCase } from "@server/core/cases/move-case";
import { addWorkingDays } from "@server/core/cases/working-days";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import { mealPointMachine, type MealPointAct, type MealPointRole } from "./meal-point.machine";
import { MealPointModel, type MealPointDocument } from "./meal-point.model";

/** The due day of a state in which nobody owes anything: the last one the wire can write. */
const NEVER: ServiceDate = "2199-12-31";

/** Somebody's request to act on a point. */
export interface Acting {
  /** As it was seen. */
  readonly mealPoint: MealPointDocument;
  readonly actorId: string;
  readonly key: string;
}

interface Moving extends Acting {
  readonly act: MealPointAct;
  /** The endpoint's stem in kebab-case. */
  readonly stem: string;
  /** Why, in the person's words. */
  readonly reason?: string | undefined;
  /** What else the request asked for: the same key with something else is another request. */
  readonly asked?: unknown;
  /** What must hold beside the state. */
  readonly only?: Readonly<Record<string, unknown>>;
  readonly set?: Readonly<Partial<MealPointDocument>>;
}

/**
 * Takes a county's step on a point: state, timeline and event in one update. With a new state the next step is the
 * county's anew, until its own due day.
 * @throws AppError not_found, state_changed, key_reused
 */
export function moveMealPoint({ clock }: Pick<Deps, "clock">, moving: Moving): Promise<MealPointDocument> {
  const { mealPoint, actorId, key, act, stem, reason, asked, only, set } = moving;
  const now = clock.now();
  const { from, to } = mealPointMachine[act];
  const isSameStep = from.length === 1 && from[0] === to;
  return moveCase<MealPointAct, MealPointState, MealPointRole, MealPointDocument>({
    model: MealPointModel,
    machine: mealPointMachine,
    caseId: mealPoint._id,
    act,
    role: "county",
    stepId: stableId(actorId, key),
    by: actorId,
    ...(reason === undefined ? {} : { reason }),
    asked: stableId(stem, JSON.stringify([reason ?? null, asked ?? null])),
    ...(only ? { only } : {}),
    now,
    set: { ...(isSameStep ? {} : nextStep(mealPoint, to, now)), ...set },
    event: auditEvent({
      act: `build-out.${stem}`,
      actorId,
      subject: { type: "meal-point", id: mealPoint._id },
      ...(reason === undefined ? {} : { reason }),
      now,
    }),
  });
}

const nextStep = ({ countyId }: MealPointDocument, state: MealPointState, now: number) => ({
  owner: { type: "district", id: countyId } as const,
  dueOn: dueOf(state, now),
  escalatedOn: null,
});

const isWaiting = (state: MealPointState, days: Readonly<Record<WaitingState, number>>): state is WaitingState =>
  state in days;

/** The last day on time for what a state waits for, when it is reached now. */
export function dueOf(state: MealPointState, now: number): ServiceDate {
  const day = businessDay(now);
  const { workingDays } = buildOutRulesOn(day);
  return isWaiting(state, workingDays) ? addWorkingDays(day, workingDays[state]) : NEVER;
}

/** Whether a point owes a step by its due day. */
export const isDue = ({ dueOn }: Pick<MealPointDocument, "dueOn">): boolean => dueOn !== NEVER;
