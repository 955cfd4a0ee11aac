import { useQuery } from "@tanstack/react-query";
import type { Meal } from "@shared/domains/meals/meals.contract";
import { useActingFor, useElderId } from "@miniapp/core/acting-for";
import { mealsApi } from "./meals.api";

export interface Sitting {
  readonly carePointId: string;
  readonly serviceDate: string | undefined;
  readonly meal: Meal | undefined;
}

/**
 * A menu and the days around it, with the warnings for whom one orders; what was last seen stays while another day loads,
 * but never another person's warnings.
 */
export function useMenu(sitting: Sitting) {
  const whose = useElderId();
  const elderId = useActingFor((acting) => acting.elder?.id);
  return useQuery({
    queryKey: ["meals", "menu", sitting, whose],
    queryFn: () => mealsApi.getMenu({ query: { ...sitting, elderId } }),
    placeholderData: (previous, query) => (query?.queryKey[3] === whose ? previous : undefined),
  });
}
