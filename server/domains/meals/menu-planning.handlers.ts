import type { menuPlanningContract } from "@shared/domains/meals/menu-planning.contract";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { closeDate } from "./close-date";
import { copyMenuWeek } from "./copy-menu-week";
import { menuPlanningPolicy as policy } from "./menu-planning.policy";
import { presentListedDish, presentSitting, presentWeek } from "./menu-planning.presenter";
import { findDishList, findMenuWeek, mondayOf } from "./menu-planning.queries";
import { planMenu } from "./plan-menu";
import { saveDish } from "./save-dish";

export const createMenuPlanningHandlers = ({ clock }: Pick<Deps, "clock">): Handlers<typeof menuPlanningContract> => ({
  getMenuWeek: async ({ actor, authorize, query: { carePointId, weekOf } }) => {
    authorize(policy.getMenuWeek(actor, { carePointId }));
    const from = mondayOf(weekOf);
    const [menus, dishes] = await Promise.all([findMenuWeek(carePointId, from), findDishList(carePointId)]);
    const days = presentWeek({ from, menus, now: clock.now() });
    return { weekOf: from, days, dishList: dishes.map(presentListedDish) };
  },

  saveDish: async ({ actor, authorize, body }) => {
    authorize(policy.saveDish(actor, body));
    return presentListedDish(await saveDish({ dish: body, actorId: actor.id, now: clock.now() }));
  },

  planMenu: async ({ actor, authorize, key, body }) => {
    authorize(policy.planMenu(actor, body));
    const now = clock.now();
    return presentSitting(await planMenu({ plan: body, actorId: actor.id, key, now }), now);
  },

  copyMenuWeek: async ({ actor, authorize, body }) => {
    authorize(policy.copyMenuWeek(actor, body));
    return copyMenuWeek({ ...body, actorId: actor.id, now: clock.now() });
  },

  closeDate: async ({ actor, authorize, body }) => {
    authorize(policy.closeDate(actor, body));
    return closeDate({ ...body, meal: body.meal, actorId: actor.id, now: clock.now() });
  },
});
