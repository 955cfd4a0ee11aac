import type { ServiceDate } from "@shared/core/primitives";
import {
  mealPointStateWords,
  type MealPoint,
  type MealPointRow,
  type TimelineRow,
} from "@shared/domains/build-out/build-out-shapes";
import { dateLabel, instantLabel } from "@server/core/calendar";
import { businessDay } from "@shared/core/dates";
import { toInstant } from "@server/core/clock";
import type { Actor } from "@server/core/policy";
import { abilitiesOf } from "./meal-point-abilities";
import type { MealPointDocument } from "./meal-point.model";
import type { MealPointRowFields } from "./meal-points.queries";
import { isDue } from "./move-meal-point";
import type { MealPointNames } from "./names";
import { presentSurvey } from "./survey.presenter";
import { wordsOfAct } from "./timeline-words";

interface PresentingRow {
  readonly names: MealPointNames;
  readonly today: ServiceDate;
}

export const presentRow = (row: MealPointRowFields, { names, today }: PresentingRow): MealPointRow => ({
  id: row._id,
  name: row.name,
  address: row.address,
  state: row.state,
  stateLabel: mealPointStateWords[row.state],
  countyId: row.countyId,
  countyName: names.county,
  placeName: names.place,
  turnOf: isDue(row) ? names.turnOf : null,
  dueLabel: isDue(row) ? dateLabel(row.dueOn) : null,
  isOverdue: isDue(row) && row.dueOn < today,
  plaqueNumber: row.plaqueNumber,
  batchName: row.batchName,
  isDemo: row.isDemo,
});

interface Presenting {
  readonly actor: Actor;
  readonly names: MealPointNames;
  readonly people: ReadonlyMap<string, string | null>;
  /** Epoch milliseconds. */
  readonly now: number;
}

export function presentMealPoint(mealPoint: MealPointDocument, presenting: Presenting): MealPoint {
  const { _id, cityId, proposal, clash, farAway = null, firstYesBy, timeline } = mealPoint;
  const { actor, names, people, now } = presenting;
  const nameOf = (id: string | null): string | null => (id === null ? null : (people.get(id) ?? null));
  return {
    ...presentRow(mealPoint, { names, today: businessDay(now) }),
    cityId,
    proposal,
    survey: presentSurvey(mealPoint, presenting),
    clash,
    farAway,
    firstYes: firstYesBy === null ? null : { person: nameOf(firstYesBy), isYou: firstYesBy === actor.id },
    carePointId: timeline.some(({ to }) => to === "built") ? _id : null,
    timeline: timeline.map(({ at, act, by, reason }): TimelineRow => ({
      at: toInstant(at.getTime()),
      atLabel: instantLabel({ at: at.getTime(), now }),
      text: wordsOfAct(act),
      person: nameOf(by),
      reason: reason ?? null,
    })),
    abilities: abilitiesOf(mealPoint, { actor, now }),
  };
}
