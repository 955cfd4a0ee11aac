import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { MealPoint, MealPointState } from "@shared/domains/build-out/build-out-shapes";
import { queryClient } from "@miniapp/core/query-client";
import { buildOutApi } from "./build-out.api";

const root = "build-out";
const keyOf = (mealPointId: string) => [root, "point", mealPointId] as const;

interface Asked {
  readonly regionId: string;
  /** All states without it. */
  readonly state?: MealPointState | undefined;
  /** False while the page has yet to say how far the office is. */
  readonly isAsked?: boolean;
}

/** The points of an office's region, twenty at a time, the most urgent first. */
export const useMealPoints = ({ regionId, state, isAsked = true }: Asked) =>
  useInfiniteQuery({
    enabled: isAsked,
    queryKey: [root, "points", regionId, state ?? "all"],
    queryFn: ({ pageParam }) => buildOutApi.listMealPoints({ query: { regionId, state, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    // The choice of states stays while another one's list comes.
    placeholderData: keepPreviousData,
  });

export const useMealPoint = (mealPointId: string) =>
  useQuery({
    queryKey: keyOf(mealPointId),
    queryFn: () => buildOutApi.getMealPoint({ params: { mealPointId } }),
  });

/** What was answered is what is shown; lists and figures are asked for anew. */
export function showMealPoint(point: MealPoint): void {
  queryClient.setQueryData(keyOf(point.id), point);
  void lookAgainAtLists();
}

export const lookAgainAtLists = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: [root], predicate: ({ queryKey }) => queryKey[1] !== "point" });

/** After a refusal the point is looked at again: a colleague may have been first. */
export const lookAgainAt = (mealPointId: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: keyOf(mealPointId) });
