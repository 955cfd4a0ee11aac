import type { menuPlanningContract } from "@shared/domains/meals/menu-planning.contract";
import type { Policies } from "@server/core/http/handlers";
import { managerOfCarePoint } from "@server/domains/accounts/index";

/** What a care point cooks, its manager says. */
export const menuPlanningPolicy = {
  getMenuWeek: managerOfCarePoint,
  saveDish: managerOfCarePoint,
  planMenu: managerOfCarePoint,
  copyMenuWeek: managerOfCarePoint,
  closeDate: managerOfCarePoint,
} satisfies Policies<typeof menuPlanningContract>;
