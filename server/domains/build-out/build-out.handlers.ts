import type { buildOutContract } from "@shared/domains/build-out/build-out.contract";
import { AppError, notFound } from "@server/core/app-error";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import type { Actor, Decision } from "@server/core/policy";
import { buildOutPolicy as policy } from "./build-out.policy";
import { listMealPoints } from "./list-meal-points";
import type { MealPointDocument } from "./meal-point.model";
import { findMealPoint } from "./meal-points.queries";
import { moveMealPoint, type Acting } from "./move-meal-point";
import { plateMealPoint } from "./plate-meal-point";
import { proposeMealPoint } from "./propose-meal-point";
import { requireRegion, scopeOf } from "./scope";
import { showMealPoint } from "./show-meal-point";
import { passSurvey, surveyMealPoint } from "./survey-meal-point";
import { verifyMealPoint } from "./verify-meal-point";

interface Asked {
  readonly actor: Actor;
  readonly authorize: (decision: Decision) => void;
  readonly params: { readonly mealPointId: string };
  readonly key: string;
}

type Do = (acting: Acting) => Promise<MealPointDocument>;

export const createBuildOutHandlers = (deps: Pick<Deps, "clock">): Handlers<typeof buildOutContract> => ({
  proposeMealPoint: async ({ actor, authorize, key, body: { regionId, ...body } }) => {
    const { region, countyId } = await requireRegion(regionId, "body.regionId");
    authorize(policy.proposeMealPoint(actor, { countyId }));
    if (countyId === null) throw new AppError("forbidden");
    const proposed = await proposeMealPoint(deps, { region, countyId, ...body, actorId: actor.id, key });
    return showMealPoint(deps, proposed, actor);
  },

  listMealPoints: async ({ actor, authorize, query: { regionId, state, cursor } }) => {
    const named = await requireRegion(regionId, "query.regionId");
    authorize(policy.listMealPoints(actor, named));
    return listMealPoints({ scope: scopeOf(named), state, cursor, today: today(deps.clock) });
  },

  getMealPoint: async ({ actor, authorize, params }) => {
    const mealPoint = await findMealPoint(params.mealPointId);
    authorize(policy.getMealPoint(actor, mealPoint));
    if (!mealPoint) throw notFound();
    return showMealPoint(deps, mealPoint, actor);
  },

  ...createSteps(deps),
});

type Steps = Omit<Handlers<typeof buildOutContract>, "proposeMealPoint" | "listMealPoints" | "getMealPoint">;

const createSteps = (deps: Pick<Deps, "clock">): Steps => ({
  surveyMealPoint: (asked) =>
    step(deps, asked, { mayDo: policy.surveyMealPoint, act: (it) => surveyMealPoint(deps, { ...it, ...asked.body }) }),
  passSurvey: (asked) =>
    step(deps, asked, { mayDo: policy.passSurvey, act: (it) => passSurvey(deps, { ...it, ...asked.body }) }),
  verifyMealPoint: (asked) =>
    step(deps, asked, { mayDo: policy.verifyMealPoint, act: (it) => verifyMealPoint(deps, { ...it, ...asked.body }) }),
  plateMealPoint: (asked) =>
    step(deps, asked, { mayDo: policy.plateMealPoint, act: (it) => plateMealPoint(deps, { ...it, ...asked.body }) }),
  markBuilt: (asked) => step(deps, asked, { mayDo: policy.markBuilt, act: moving(deps, asked, "mark_built") }),
  startOperating: (asked) =>
    step(deps, asked, { mayDo: policy.startOperating, act: moving(deps, asked, "start_operating") }),
  suspendMealPoint: (asked) =>
    step(deps, asked, { mayDo: policy.suspendMealPoint, act: moving(deps, asked, "suspend") }),
  resumeMealPoint: (asked) => step(deps, asked, { mayDo: policy.resumeMealPoint, act: moving(deps, asked, "resume") }),
  closeMealPoint: (asked) => step(deps, asked, { mayDo: policy.closeMealPoint, act: moving(deps, asked, "close") }),
});

interface Step {
  readonly mayDo: typeof policy.markBuilt;
  readonly act: Do;
}

/** Looks the point up, asks the policy, takes the step, shows the point as it is then. */
async function step(deps: Pick<Deps, "clock">, { actor, authorize, params, key }: Asked, { mayDo, act }: Step) {
  const mealPoint = await findMealPoint(params.mealPointId);
  authorize(mayDo(actor, mealPoint));
  if (!mealPoint) throw notFound();
  return showMealPoint(deps, await act({ mealPoint, actorId: actor.id, key }), actor);
}

/** Acts that are nothing but the next state and why. */
const stems = {
  mark_built: "mark-built",
  start_operating: "start-operating",
  suspend: "suspend-meal-point",
  resume: "resume-meal-point",
  close: "close-meal-point",
} as const;

const moving =
  (deps: Pick<Deps, "clock">, { body }: { body: { reason?: string | undefined } }, act: keyof typeof stems): Do =>
  (acting) =>
    moveMealPoint(deps, { ...acting, ...body, act, stem: stems[act] });
