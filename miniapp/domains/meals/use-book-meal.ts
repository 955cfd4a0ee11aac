import { useMutation } from "@tanstack/react-query";
import type { ServingMode } from "@shared/domains/meals/meals.contract";
import { forgetDraft } from "@miniapp/core/drafts";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { queryClient } from "@miniapp/core/query-client";
import { mealsApi } from "./meals.api";
import { orderDraftName } from "./order-draft";
import { bookingKey } from "./use-meal-booking";

export interface MealOrder {
  readonly menuId: string;
  readonly dishId: string;
  readonly elderId: string;
  readonly mode: ServingMode;
}

/** Books one portion. Sent again after a lost reply, the same order keeps its key and so its booking. */
export function useBookMeal() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: MealOrder) => withKey(body, (key) => mealsApi.bookMeal({ body, key })),
    onSuccess: (booking, order) => {
      forgetDraft(orderDraftName(order));
      queryClient.setQueryData(bookingKey(booking.id), booking);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["meals"], refetchType: "all" }),
  });
}
