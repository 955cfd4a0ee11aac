import type { SurveyInput } from "@shared/domains/build-out/build-out-shapes";
import { AppError, notFound } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import { toGeoPoint, toWgs84 } from "@server/core/geo-point";
import { farFromRegion, tidyHours } from "@server/domains/care-points/index";
import { findRegion } from "@server/domains/regions/index";
import { findClash } from "./clash";
import type { MealPointDocument } from "./meal-point.model";
import { moveMealPoint, type Acting } from "./move-meal-point";

interface Surveying extends Acting {
  /** The saving it goes on from, 0 for the first. */
  readonly basedOn: number;
  readonly survey: SurveyInput;
}

/**
 * Saves what a surveyor found, as often as it takes: it takes the place of what was saved before.
 *
 * - Who goes on from an older saving than the last is told that it has changed: nothing a colleague wrote is lost.
 * - The position is kept in WGS-84, whichever map it was read from.
 * - A place with meals nearby is noted, and so is a position far outside the region; neither refuses anything.
 *
 * @throws AppError state_changed, key_reused
 */
export async function surveyMealPoint(
  deps: Pick<Deps, "clock">,
  { basedOn, survey, ...acting }: Surveying,
): Promise<MealPointDocument> {
  const { mealPoint } = acting;
  const region = await findRegion(mealPoint.regionId);
  if (!region) throw notFound();
  const { name, address, position: typed, datum, openingHours, ...rest } = survey;
  const position = toWgs84({ position: typed, datum });
  const now = deps.clock.now();
  return moveMealPoint(deps, {
    ...acting,
    act: "survey",
    stem: "survey-meal-point",
    asked: [basedOn, survey],
    only: basedOn === 0 ? { survey: null } : { "survey.version": basedOn },
    set: {
      name,
      address,
      position: toGeoPoint(position),
      clash: await findClash({ mealPointId: mealPoint._id, region, position, now }),
      farAway: farFromRegion(region, position),
      survey: {
        ...rest,
        openingHours: tidyHours(openingHours),
        version: basedOn + 1,
        by: acting.actorId,
        at: new Date(now),
      },
    },
  });
}

interface HandingIn extends Acting {
  readonly surveyVersion: number;
}

/**
 * Hands the survey in: from now on two verifiers have it, and nobody changes it.
 * @throws AppError survey_missing, state_changed where another survey stands there than the one that was seen, key_reused
 */
export async function passSurvey(
  deps: Pick<Deps, "clock">,
  { surveyVersion, ...acting }: HandingIn,
): Promise<MealPointDocument> {
  if (acting.mealPoint.survey === null) throw new AppError("survey_missing");
  return moveMealPoint(deps, {
    ...acting,
    act: "pass_survey",
    stem: "pass-survey",
    asked: surveyVersion,
    only: { "survey.version": surveyVersion },
    set: { firstYesBy: null },
  });
}
