import { instantAt } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import { Meal } from "@shared/domains/meals/meals.contract";
import { AppError } from "@server/core/app-error";
import { againOnConflict } from "@server/core/db/again-on-conflict";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { trusted } from "@server/core/db/trusted";
import { newId, stableId } from "@server/core/ids";
import { finishClosing } from "./finish-closing";
import { settleFits } from "./fit-portions";
import { countCalledOff, findMenusOfDay } from "./meal-counter.queries";
import { menuEvent } from "./menu-event";
import { MenuModel, type MenuDocument } from "./menu.model";
import { servingEnd } from "./publish-menu";

interface Closing {
  readonly carePointId: string;
  readonly serviceDate: ServiceDate;
  /** All meals of the date when absent. */
  readonly meal: Meal | undefined;
  readonly reason: string;
  readonly actorId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Cooks nothing on a date, or not one meal of it.
 *
 * - The menu is marked first: a booking that begins after the answer is refused, and nothing can be planned for it any
 *   more, whether something was or not. What is booked in the same moment is cancelled with the others.
 * - Every booking is cancelled with the reason, and each holder is told, with the nearest other canteen that cooks the
 *   meal. What was handed out stays. A sitting that is over stays as it was.
 * - Closing again changes nothing and answers the same; one that broke off is finished by a repeat or by the job.
 *
 * @throws AppError sitting_over when all of it is over
 */
export async function closeDate({ meal, ...closing }: Closing): Promise<{ meals: Meal[]; cancelled: number }> {
  const { carePointId, serviceDate, now } = closing;
  if (now >= instantAt({ date: serviceDate, time: "23:59" })) throw new AppError("sitting_over");
  const planned = new Map((await findMenusOfDay(carePointId, serviceDate)).map((menu) => [menu.meal, menu]));
  const isOver = (one: Meal) => {
    const menu = planned.get(one);
    return menu !== undefined && !menu.closed && now >= servingEnd(menu).getTime();
  };
  const meals = (meal ? [meal] : Meal.options).filter((one) => !isOver(one));
  if (meals.length === 0) throw new AppError("sitting_over");
  for (const one of meals) await closeSitting({ ...closing, meal: one });
  const menuIds = meals.map((one) => stableId(carePointId, serviceDate, one));
  return { meals, cancelled: await countCalledOff(menuIds) };
}

async function closeSitting(closing: Closing & { readonly meal: Meal }): Promise<void> {
  const { carePointId, serviceDate, meal, actorId, now } = closing;
  const menuId = stableId(carePointId, serviceDate, meal);
  const fit = { id: newId() };
  const marked = await mark(closing, { menuId, fit });
  if (!marked) return closeUnplanned(closing, menuId);
  await finishClosing({ menuId, actorId, role: "staff", now });
  await settleFits(menuId, [fit.id]);
}

/** Marks a menu closed, or finds it marked; null when there is none. */
async function mark({ reason, actorId, carePointId, now }: Closing, of: { menuId: string; fit: { id: string } }) {
  const { menuId: _id, fit } = of;
  const menu = { _id, carePointId };
  const marked = await againOnConflict(() =>
    MenuModel.findOneAndUpdate(
      { _id, closed: trusted({ $exists: false }) },
      {
        $set: { closed: { reason, by: actorId, at: new Date(now) } },
        $push: { fits: fit, outbox: menuEvent({ act: "menu-planning.close-date", menu, actorId, reason, now }) },
      },
    )
      .lean<MenuDocument>()
      .exec(),
  );
  return marked ?? MenuModel.findById(_id).lean<MenuDocument>().exec();
}

/** Where nothing is planned, a menu without dishes holds the place, so that nothing can be. */
async function closeUnplanned(closing: Closing & { readonly meal: Meal }, _id: string): Promise<void> {
  const { carePointId, serviceDate, meal, reason, actorId, now } = closing;
  try {
    await MenuModel.create([
      {
        _id,
        carePointId,
        serviceDate,
        meal,
        servesFrom: "00:00",
        servesUntil: "23:59",
        closesAt: new Date(now),
        modes: [],
        dishes: [],
        closed: { reason, by: actorId, at: new Date(now) },
        unplanned: true,
        outbox: [menuEvent({ act: "menu-planning.close-date", menu: { _id, carePointId }, actorId, reason, now })],
      },
    ]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // It was planned in this moment.
    await closeSitting(closing);
  }
}
