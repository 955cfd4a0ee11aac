import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Cursor, Id, text } from "@shared/core/primitives";
import {
  ADDRESS_LONGEST,
  MealPoint,
  MealPointRow,
  MealPointState,
  NAME_LONGEST,
  PLAQUE_LONGEST,
  REASON_LONGEST,
  StateCount,
  SurveyInput,
} from "./build-out-shapes";

const reason = text({ max: REASON_LONGEST });

/** What is printed on the plaque: signs, letters, digits and hyphens; full-width and small letters are one with the rest. */
export const PlaqueNumber = z.string().check(
  z.maxLength(PLAQUE_LONGEST),
  z.overwrite((typed) => typed.normalize("NFKC").trim().toUpperCase()),
  z.regex(/^[\p{Script=Han}A-Z0-9-]{1,20}$/u),
);

/** Which survey somebody read before saying something about it. */
const surveyVersion = z.int().check(z.minimum(1), z.maximum(1_000_000));

const params = z.strictObject({ mealPointId: Id });
const act = { method: "POST", access: "signed-in", keyed: true, params, response: MealPoint } as const;

/**
 * 助餐点建设: a meal point on its way from a proposal to its first meal. proposed → surveyed → verified → built → plated →
 * published → operating; every act answers with the point as it is then. The county's office proposes, surveys, verifies
 * and plates; the city's office reads.
 */
export const buildOutContract = defineContract({
  name: "build-out",
  errors: {
    survey_missing: { status: 409, text: "摸排表还没有填，先填好再交" },
    second_person_needed: { status: 409, text: "您已经同意过了，要另一位同事再同意一次" },
    plaque_taken: { status: 409, text: "这个牌号已经用在别的助餐点上了，请换一个" },
  },
  endpoints: {
    proposeMealPoint: {
      method: "POST",
      access: "signed-in",
      keyed: true,
      path: "/build-out/meal-points",
      summary: "Propose a meal point in a region of the county",
      body: z.strictObject({
        /** The county or, better, the town or community in it where the point is to stand. */
        regionId: Id,
        name: text({ max: NAME_LONGEST }),
        address: text({ max: ADDRESS_LONGEST }),
        /** Why here. */
        proposal: reason,
      }),
      response: MealPoint,
    },
    listMealPoints: {
      method: "GET",
      access: "signed-in",
      path: "/build-out/meal-points",
      summary: "Meal points of a county, or of a city for its own office, the most urgent first",
      query: z.strictObject({ regionId: Id, state: z.optional(MealPointState), cursor: z.optional(Cursor) }),
      response: z.object({
        /** At most twenty. */
        mealPoints: z.array(MealPointRow),
        /** How many there are in the region whatever state was asked for, each state once, in the order of the way. */
        counts: z.array(StateCount),
        nextCursor: z.nullable(Cursor),
      }),
    },
    getMealPoint: {
      method: "GET",
      access: "signed-in",
      path: "/build-out/meal-points/:mealPointId",
      summary: "A meal point with its survey, its timeline and what one may do to it",
      params,
      response: MealPoint,
    },
    surveyMealPoint: {
      ...act,
      path: "/build-out/meal-points/:mealPointId/surveys",
      summary: "Save the survey of a proposed point, as often as it takes",
      body: z.strictObject({
        /** The saving it goes on from; 0 for the first. */
        basedOn: z.int().check(z.minimum(0), z.maximum(1_000_000)),
        survey: SurveyInput,
      }),
    },
    passSurvey: {
      ...act,
      path: "/build-out/meal-points/:mealPointId/survey-hand-ins",
      summary: "Hand the survey in to be verified",
      body: z.strictObject({ surveyVersion }),
      errors: ["survey_missing"],
    },
    verifyMealPoint: {
      ...act,
      path: "/build-out/meal-points/:mealPointId/verdicts",
      summary: "Say yes (the second person's yes verifies it), send it back to the survey, or reject it for good",
      body: z
        .strictObject({ verdict: z.enum(["yes", "adjust", "reject"]), surveyVersion, reason: z.optional(reason) })
        .check(
          z.refine(({ verdict, reason }) => verdict === "yes" || reason !== undefined, {
            path: ["reason"],
            error: "reason_needed",
          }),
        ),
      errors: ["second_person_needed"],
    },
    markBuilt: {
      ...act,
      path: "/build-out/meal-points/:mealPointId/completions",
      summary: "Say that a verified point has been built; its entry exists from then on, in no list",
      body: z.strictObject({ reason: z.optional(reason) }),
    },
    plateMealPoint: {
      ...act,
      path: "/build-out/meal-points/:mealPointId/plaques",
      summary: "Say which numbered plaque hangs at a built point; it counts as done from then on",
      body: z.strictObject({ plaqueNumber: PlaqueNumber }),
      errors: ["plaque_taken"],
    },
    startOperating: {
      ...act,
      path: "/build-out/meal-points/:mealPointId/openings",
      summary: "Say that a published point serves meals",
      body: z.strictObject({ reason: z.optional(reason) }),
    },
    suspendMealPoint: {
      ...act,
      path: "/build-out/meal-points/:mealPointId/suspensions",
      summary: "Take a published point out of the lists for a while",
      body: z.strictObject({ reason }),
    },
    resumeMealPoint: {
      ...act,
      path: "/build-out/meal-points/:mealPointId/resumptions",
      summary: "Bring a suspended point back",
      body: z.strictObject({ reason: z.optional(reason) }),
    },
    closeMealPoint: {
      ...act,
      path: "/build-out/meal-points/:mealPointId/closures",
      summary: "Close a point for good, or give up one that is not built; it counts as done no more",
      body: z.strictObject({ reason }),
    },
  },
});
