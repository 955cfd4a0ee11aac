import { useMutation } from "@tanstack/react-query";
import type { CounterSitting } from "@shared/domains/meals/meal-counter-shapes";
import { queryClient } from "@miniapp/core/query-client";
import { reaching } from "./counter-reach";
import { mealCounterApi } from "./meal-counter.api";
import { counterKey } from "./use-counter-day";

/** What can be done to a dish's portions. */
export type PortionsWish =
  | { readonly kind: "sold_out" | "restore"; readonly dishId: string }
  | { readonly kind: "set"; readonly dishId: string; readonly portions: number };

/** Changes how many portions there are; the answer is the whole sitting, counted anew. */
export const usePortions = ({ menuId, carePointId, serviceDate }: CounterSitting) =>
  useMutation({
    mutationFn: (wish: PortionsWish) => reaching(() => ask(menuId, wish)),
    onSuccess: (sitting) =>
      queryClient.setQueryData<CounterSitting[]>([...counterKey, "day", carePointId, serviceDate], (sittings) =>
        sittings?.map((one) => (one.menuId === menuId ? sitting : one)),
      ),
  });

function ask(menuId: string, wish: PortionsWish): Promise<CounterSitting> {
  const params = { menuId };
  const { dishId } = wish;
  switch (wish.kind) {
    case "sold_out":
      return mealCounterApi.markSoldOut({ params, body: { dishId } });
    case "restore":
      return mealCounterApi.restoreDish({ params, body: { dishId } });
    case "set":
      return mealCounterApi.setPortions({ params, body: { dishId, portions: wish.portions } });
  }
}
