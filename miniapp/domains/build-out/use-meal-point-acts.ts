import { useMutation } from "@tanstack/react-query";
import type { MealPoint } from "@shared/domains/build-out/build-out-shapes";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { buildOutApi } from "./build-out.api";
import { lookAgainAt, showMealPoint } from "./use-meal-points";

type Acting<Body> = (input: {
  readonly params: { readonly mealPointId: string };
  readonly body: Body;
  readonly key: string;
}) => Promise<MealPoint>;

/** One act on one point: one key per intention, and what the server answers is what is shown. */
function useAct<Body>(mealPointId: string, act: Acting<Body>) {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: Body) => withKey({ mealPointId, body }, (key) => act({ params: { mealPointId }, body, key })),
    onSuccess: showMealPoint,
    onError: () => lookAgainAt(mealPointId),
  });
}

export const useSurveyMealPoint = (id: string) => useAct(id, buildOutApi.surveyMealPoint);
export const usePassSurvey = (id: string) => useAct(id, buildOutApi.passSurvey);
export const useVerifyMealPoint = (id: string) => useAct(id, buildOutApi.verifyMealPoint);
export const useMarkBuilt = (id: string) => useAct(id, buildOutApi.markBuilt);
export const usePlateMealPoint = (id: string) => useAct(id, buildOutApi.plateMealPoint);
export const useStartOperating = (id: string) => useAct(id, buildOutApi.startOperating);
export const useSuspendMealPoint = (id: string) => useAct(id, buildOutApi.suspendMealPoint);
export const useResumeMealPoint = (id: string) => useAct(id, buildOutApi.resumeMealPoint);
export const useCloseMealPoint = (id: string) => useAct(id, buildOutApi.closeMealPoint);
