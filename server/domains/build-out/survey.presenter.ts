import type { Survey } from "@shared/domains/build-out/build-out-shapes";
import { instantLabel } from "@server/core/calendar";
import { toPosition } from "@server/core/geo-point";
import type { MealPointDocument } from "./meal-point.model";

interface Presenting {
  readonly people: ReadonlyMap<string, string | null>;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A survey as it was saved last; null before the first saving. */
export function presentSurvey({ survey, position }: MealPointDocument, { people, now }: Presenting): Survey | null {
  if (!survey || !position) return null;
  const { by, at, openingHours, ...rest } = survey;
  const saved = instantLabel({ at: at.getTime(), now });
  const name = people.get(by) ?? null;
  return {
    ...rest,
    position: toPosition(position),
    openingHours: openingHours.map((hours) => ({ ...hours })),
    savedLabel: name === null ? saved : `${name}，${saved}`,
  };
}
