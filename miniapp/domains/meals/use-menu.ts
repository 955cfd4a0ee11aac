import { useQuery } from "@tanstack/react-query";
import type { Meal } from "@shared/domains/meals/meals.contract";
import { mealsApi } from "./meals.api";

export interface Sitting {
  readonly carePointId: string;
  readonly serviceDate: string | undefined;
  readonly meal: Meal | undefined;
}

/** A menu and the days around it; what was last seen stays while another day loads. */
export const useMenu = (sitting: Sitting) =>
  useQuery({
    queryKey: ["meals", "menu", sitting],
    queryFn: () => mealsApi.getMenu({ query: { ...sitting } }),
    placeholderData: (previous) => previous,
  });
