import { useMutation, useQuery } from "@tanstack/react-query";
import type { ServingMode } from "@shared/domains/meals/meals.contract";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { queryClient } from "@miniapp/core/query-client";
import { mealCounterApi } from "./meal-counter.api";
import { counterKey } from "./use-counter-day";
import type { Sitting } from "./use-menu";

/** A menu as staff order from it for a resident; not kept on the device. */
export const useMenuForResident = (residentId: string, sitting: Sitting) =>
  useQuery({
    queryKey: [...counterKey, "phone-order", residentId, sitting],
    queryFn: () => mealCounterApi.getMenuForResident({ params: { residentId }, query: { ...sitting } }),
    placeholderData: (previous, query) => (query?.queryKey[2] === residentId ? previous : undefined),
  });

interface PhoneWish {
  readonly menuId: string;
  readonly dishId: string;
  readonly mode: ServingMode;
  readonly residentId: string;
}

/** Books for whoever rings up. Sent again after a lost reply, the same order keeps its key and so its booking. */
export function useBookForResident() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: PhoneWish) => withKey(body, (key) => mealCounterApi.bookForResident({ body, key })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: counterKey }),
  });
}
