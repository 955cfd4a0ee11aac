import type { mealCounterContract } from "@shared/domains/meals/meal-counter.contract";
import { notFound } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { mealCounterPolicy as policy } from "./meal-counter.policy";
import { presentCounterSitting } from "./meal-counter.presenter";
import { countPortionsOf, findMenusOfDay } from "./meal-counter.queries";
import { findMenu } from "./meals.queries";
import type { MenuDocument } from "./menu.model";
import { markSoldOut, restoreDish, setPortions } from "./set-portions";

type PortionsHandlers = Pick<
  Handlers<typeof mealCounterContract>,
  "getCounterDay" | "setPortions" | "markSoldOut" | "restoreDish"
>;

async function show(menus: readonly MenuDocument[], now: number) {
  const groups = await countPortionsOf(menus.map(({ _id }) => _id));
  return menus.map((menu) => presentCounterSitting({ menu, groups, now }));
}

/** A menu as it stands after a change. */
async function showAgain(menuId: string, now: number) {
  const menu = await findMenu(menuId);
  const [sitting] = menu ? await show([menu], now) : [];
  if (!sitting) throw notFound();
  return sitting;
}

async function load({ menuId, dishId }: { readonly menuId: string; readonly dishId: string }) {
  const menu = await findMenu(menuId);
  if (!menu?.dishes.some(({ id }) => id === dishId)) throw notFound();
  return menu;
}

/** What the counter sees and says of numbers; no personal data. */
export const createPortionsHandlers = ({ clock }: Pick<Deps, "clock">): PortionsHandlers => ({
  getCounterDay: async ({ actor, authorize, query: { carePointId, serviceDate } }) => {
    authorize(policy.getCounterDay(actor, { carePointId }));
    const menus = await findMenusOfDay(carePointId, serviceDate);
    return { sittings: await show(menus, clock.now()) };
  },

  setPortions: async ({ actor, authorize, params: { menuId }, body: { dishId, portions } }) => {
    const menu = await load({ menuId, dishId });
    authorize(policy.setPortions(actor, menu));
    const now = clock.now();
    await setPortions({ menu, dishId, portions, actorId: actor.id, now });
    return showAgain(menuId, now);
  },

  markSoldOut: async ({ actor, authorize, params: { menuId }, body: { dishId } }) => {
    const menu = await load({ menuId, dishId });
    authorize(policy.markSoldOut(actor, menu));
    const now = clock.now();
    await markSoldOut({ menu, dishId, actorId: actor.id, now });
    return showAgain(menuId, now);
  },

  restoreDish: async ({ actor, authorize, params: { menuId }, body: { dishId } }) => {
    const menu = await load({ menuId, dishId });
    authorize(policy.restoreDish(actor, menu));
    const now = clock.now();
    await restoreDish({ menu, dishId, actorId: actor.id, now });
    return showAgain(menuId, now);
  },
});
