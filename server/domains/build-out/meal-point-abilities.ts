import type { MealPointAbilities, MealPointState } from "@shared/domains/build-out/build-out-shapes";
import { addDays, instantAt } from "@shared/core/dates";
import { judgeAct } from "@shared/core/machine";
import type { Actor } from "@server/core/policy";
import { roleAt } from "./build-out.policy";
import type { CaseMachine } from "@server/core/cases/move-case";
import { mealPointMachine, type MealPointAct, type MealPointRole } from "./meal-point.machine";
import type { MealPointDocument } from "./meal-point.model";

const machine: CaseMachine<MealPointAct, MealPointState, MealPointRole> = mealPointMachine;

interface Asking {
  readonly actor: Actor;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What somebody may do to a point now: by the policy that guards the acts, and the table of the states. */
export function abilitiesOf(mealPoint: MealPointDocument, { actor, now }: Asking): MealPointAbilities {
  const { state, survey, firstYesBy, plaqueNumber } = mealPoint;
  const role = roleAt(actor, mealPoint);
  const moments = { overdueAt: instantAt({ date: addDays(mealPoint.dueOn, 1), time: "00:00" }) };
  const may = (act: MealPointAct): boolean =>
    role !== null && judgeAct(machine[act], { role, state, moments, now }) === "allowed";
  return {
    survey: may("survey"),
    passSurvey: may("pass_survey") && survey !== null,
    agree: may("agree") && firstYesBy !== actor.id,
    refuse: may("reject"),
    markBuilt: may("mark_built"),
    plate: may("plate"),
    publish: may("publish"),
    startOperating: may("start_operating"),
    suspend: may("suspend"),
    resume: may("resume"),
    close: may("close"),
    showPlate: role !== null && plaqueNumber !== null,
  };
}
