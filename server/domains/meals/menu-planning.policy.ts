import type { menuPlanningContract } from "@shared/domains/meals/menu-planning.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Actor, Decision } from "@server/core/policy";
import { checkManager } from "@server/domains/accounts/index";

interface AtCarePoint {
  readonly carePointId: string;
}

/** What a care point cooks, its manager says; care points are public, so others are told that it is not theirs to do. */
const managerOf = (actor: Actor, { carePointId }: AtCarePoint): Decision =>
  checkManager(actor, carePointId) ? "allow" : "forbidden";

export const menuPlanningPolicy = {
  getMenuWeek: managerOf,
  saveDish: managerOf,
  planMenu: managerOf,
  copyMenuWeek: managerOf,
  closeDate: managerOf,
} satisfies Policies<typeof menuPlanningContract>;
