import { useMutation, useQuery } from "@tanstack/react-query";
import type { Meal } from "@shared/domains/meals/meals.contract";
import type { DishListEntry, SittingPlan } from "@shared/domains/meals/menu-planning.contract";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { queryClient } from "@miniapp/core/query-client";
import { menuPlanningApi } from "./menu-planning.api";
import { counterKey } from "./use-counter-day";

const weekKey = ["menu-planning"] as const;

interface Week {
  readonly carePointId: string;
  /** `YYYY-MM-DD` of any of its days. */
  readonly weekOf: string;
}

/** What is planned from Monday to Sunday, and the dishes to plan from. */
export const useMenuWeek = (week: Week) =>
  useQuery({
    queryKey: [...weekKey, week.carePointId, week.weekOf],
    queryFn: () => menuPlanningApi.getMenuWeek({ query: { ...week } }),
    placeholderData: (previous) => previous,
  });

/** The week, the counter's counts and the menus that residents see hang together. */
const refreshMenus = (): Promise<unknown> =>
  Promise.all(
    [weekKey, [...counterKey, "day"], ["meals"]].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  );

export function usePlanMenu() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: SittingPlan) => withKey(body, (key) => menuPlanningApi.planMenu({ body, key })),
    onSuccess: refreshMenus,
  });
}

/** Plans a week like the one before; repeating it changes nothing. */
export const useCopyMenuWeek = () =>
  useMutation({
    mutationFn: (body: Week & { readonly fromWeekOf: string }) => menuPlanningApi.copyMenuWeek({ body }),
    onSuccess: refreshMenus,
  });

export interface Closing {
  readonly carePointId: string;
  readonly serviceDate: string;
  /** All meals of the date when left out. */
  readonly meal?: Meal;
  readonly reason: string;
}

export const useCloseDate = () =>
  useMutation({ mutationFn: (body: Closing) => menuPlanningApi.closeDate({ body }), onSuccess: refreshMenus });

export const useSaveDish = () =>
  useMutation({
    mutationFn: (body: Omit<DishListEntry, "dishId"> & { readonly carePointId: string }) =>
      menuPlanningApi.saveDish({ body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: weekKey }),
  });
