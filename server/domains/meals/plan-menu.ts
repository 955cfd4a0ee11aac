import { addDays, instantAt } from "@shared/core/dates";
import type { SittingPlan } from "@shared/domains/meals/menu-planning.contract";
import { AppError, notFound, refusedField } from "@server/core/app-error";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { newId, stableId } from "@server/core/ids";
import { bookingIdOf } from "@server/core/units/request-key";
import { menuEvent } from "./menu-event";
import type { MenuDocument } from "./menu.model";
import { findDishes, findMenuOfPlan } from "./menu-planning.queries";
import { requireMealsHere } from "./require-meals-here";
import { publishMenu, servingEnd, type PlannedDish } from "./publish-menu";

interface Planning {
  readonly plan: SittingPlan;
  readonly actorId: string;
  readonly key: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Publishes the menu of a sitting.
 *
 * - Its dishes are those of the care point's list, each once, copied with their price of this moment.
 * - The cut-off lies before serving begins, and serving has not ended. A closed sitting stays closed.
 * - A care point cooks a meal once a day: a second plan is told so. The same request again finds its menu.
 *
 * @throws AppError invalid_request, not_found, no_meals_here, already_planned, date_closed, sitting_over, key_reused
 */
export async function planMenu({ plan, actorId, key, now }: Planning): Promise<MenuDocument> {
  const request = { key: bookingIdOf({ actorId, key }), fingerprint: stableId(JSON.stringify(plan)) };
  const { closes, dishes: wanted, ...sitting } = plan;
  const closesAt = instantAt({ date: addDays(plan.serviceDate, -closes.daysBefore), time: closes.time });
  requireOrder(plan, closesAt);
  const planned = await findMenuOfPlan(request.key);
  if (planned) return found(planned, request);
  if (now >= servingEnd(plan).getTime()) throw new AppError("sitting_over");
  await requireMealsHere(plan.carePointId);
  const dishes = await copyDishes(plan.carePointId, wanted);
  const menu = { _id: stableId(plan.carePointId, plan.serviceDate, plan.meal), carePointId: plan.carePointId };
  const extra = {
    plan: request,
    // Whatever an earlier plan that broke off may have made, the job brings to these numbers.
    fits: [{ id: newId() }],
    outbox: [menuEvent({ act: "menu-planning.plan-menu", menu, actorId, now })],
  };
  try {
    return found(await publishMenu({ ...sitting, closesAt, dishes }, extra), request);
  } catch (error) {
    if (isDuplicateKey(error)) throw new AppError("key_reused");
    throw error;
  }
}

function requireOrder({ serviceDate, servesFrom, servesUntil }: SittingPlan, closesAt: number): void {
  if (servesUntil <= servesFrom) throw refusedField("body.servesUntil", "before_serves_from");
  if (closesAt > instantAt({ date: serviceDate, time: servesFrom }))
    throw refusedField("body.closes", "after_serves_from");
}

/** What stands for this sitting, if it is what was asked for under this key. */
function found(menu: MenuDocument, { key, fingerprint }: { key: string; fingerprint: string }): MenuDocument {
  if (menu.plan?.key === key) {
    if (menu.plan.fingerprint !== fingerprint) throw new AppError("key_reused");
    return menu;
  }
  throw new AppError(menu.closed ? "date_closed" : "already_planned");
}

async function copyDishes(carePointId: string, wanted: SittingPlan["dishes"]): Promise<PlannedDish[]> {
  const listed = new Map((await findDishes(wanted.map(({ dishId }) => dishId))).map((dish) => [dish._id, dish]));
  if (listed.size < wanted.length) {
    const isTwice = new Set(wanted.map(({ dishId }) => dishId)).size < wanted.length;
    if (!isTwice) throw notFound();
    throw refusedField("body.dishes", "twice");
  }
  return wanted.map(({ dishId, portions }) => {
    const dish = listed.get(dishId);
    if (dish?.carePointId !== carePointId) throw notFound();
    const { name, description, allergens, dietMarks, priceFen } = dish;
    return { name, description, allergens, dietMarks, priceFen, portions };
  });
}
