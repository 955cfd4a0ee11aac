import { AppError, notFound } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import type { MealPointDocument } from "./meal-point.model";
import { findMealPoint } from "./meal-points.queries";
import { moveMealPoint, type Acting } from "./move-meal-point";

interface Verifying extends Acting {
  readonly verdict: "yes" | "adjust" | "reject";
  /** The survey that was read. */
  readonly surveyVersion: number;
  readonly reason?: string | undefined;
}

/** So often a colleague's first yes may come in between. */
const TRIES = 3;

/**
 * A verifier's word on a survey. Yes: the first person's is kept, the second person's verifies the point; adjust: back to
 * the survey, the first yes is void; reject: it ends there, with the reason.
 *
 * The guarantee of the two persons is the update itself: it demands that nobody said yes yet, or that the very person
 * seen as the first did, who is not the one who says it now.
 *
 * @throws AppError second_person_needed, state_changed where another survey stands there than the one that was read,
 *   key_reused
 */
export async function verifyMealPoint(deps: Pick<Deps, "clock">, verifying: Verifying): Promise<MealPointDocument> {
  const { verdict } = verifying;
  if (verdict !== "yes") {
    return moveMealPoint(deps, { ...wordOf(verifying), act: verdict, set: { firstYesBy: null } });
  }
  for (let tries = 1; ; tries += 1) {
    const seen = await findMealPoint(verifying.mealPoint._id);
    if (!seen) throw notFound();
    try {
      return await sayYes(deps, verifying, seen);
    } catch (error) {
      const isChanged = error instanceof AppError && error.code === "state_changed";
      if (!isChanged || tries === TRIES || seen.state !== "surveyed") throw error;
    }
  }
}

function sayYes(deps: Pick<Deps, "clock">, verifying: Verifying, seen: MealPointDocument): Promise<MealPointDocument> {
  const { actorId, key } = verifying;
  const word = wordOf(verifying);
  const known = seen.timeline.find(({ id }) => id === stableId(actorId, key));
  if (known?.act === "verify" || (!known && isSecond(seen, actorId))) {
    const only = { ...word.only, firstYesBy: seen.firstYesBy };
    return moveMealPoint(deps, { ...word, act: "verify", only, set: { firstYesBy: null } });
  }
  if (!known && seen.state === "surveyed" && seen.firstYesBy === actorId) throw new AppError("second_person_needed");
  return moveMealPoint(deps, {
    ...word,
    act: "agree",
    only: { ...word.only, firstYesBy: null },
    set: { firstYesBy: actorId },
  });
}

const isSecond = ({ firstYesBy }: MealPointDocument, actorId: string): boolean =>
  firstYesBy !== null && firstYesBy !== actorId;

const wordOf = ({ mealPoint, actorId, key, verdict, surveyVersion, reason }: Verifying) => ({
  mealPoint,
  actorId,
  key,
  stem: "verify-meal-point",
  reason,
  asked: [verdict, surveyVersion],
  only: { "survey.version": surveyVersion },
});
