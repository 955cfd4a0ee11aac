import { AppError } from "@server/core/app-error";
import { againOnConflict } from "@server/core/db/again-on-conflict";
import { trusted } from "@server/core/db/trusted";
import { newId } from "@server/core/ids";
import { fitPortions, settleFits } from "./fit-portions";
import { countHeld } from "./meal-counter.queries";
import { MenuModel, type MenuDocument } from "./menu.model";
import { menuEvent } from "./menu-event";
import { servingEnd } from "./publish-menu";

interface Changing {
  readonly menu: MenuDocument;
  readonly dishId: string;
  readonly actorId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Says how many portions of a dish there are in all.
 *
 * - The number is the whole, not a difference: the same raise twice, at once or by a repeat, adds once.
 * - Never below what is held or was eaten; whoever books in the same moment keeps what she was told.
 * - Until the end of serving, and not for a closed sitting.
 * - The menu's number is written first; portions follow, by this request, a repeat or the job.
 *
 * @throws AppError portions_held, serving_over, date_closed
 */
export async function setPortions({ portions, ...changing }: Changing & { readonly portions: number }): Promise<void> {
  const { menu, dishId } = changing;
  if (portions < (await countHeld({ menuId: menu._id, dishId }))) throw new AppError("portions_held");
  const overHeld = await change(changing, { act: "meal-counter.set-portions", field: "portions", value: portions });
  if (overHeld.has(dishId)) throw new AppError("portions_held");
}

/** Takes what is free of a dish away until it is brought back; the number in all stays as it was. */
export async function markSoldOut(changing: Changing): Promise<void> {
  await change(changing, { act: "meal-counter.mark-sold-out", field: "soldOut", value: true });
}

/** Brings a sold-out dish back up to its number in all. */
export async function restoreDish(changing: Changing): Promise<void> {
  await change(changing, { act: "meal-counter.restore-dish", field: "soldOut", value: null });
}

interface DishChange {
  readonly act: string;
  readonly field: "portions" | "soldOut";
  /** Null takes the field off. */
  readonly value: number | true | null;
}

async function change({ menu, dishId, actorId, now }: Changing, { act, field, value }: DishChange) {
  const end = servingEnd(menu).getTime();
  if (now >= end) throw new AppError("serving_over");
  const place = menu.dishes.findIndex(({ id }) => id === dishId);
  const path = `dishes.${place}.${field}`;
  const fit = { id: newId() };
  const { matchedCount } = await againOnConflict(() =>
    MenuModel.updateOne(
      { _id: menu._id, closed: trusted({ $exists: false }) },
      {
        ...(value === null ? { $unset: { [path]: 1 } } : { $set: { [path]: value } }),
        $push: { fits: fit, outbox: menuEvent({ act, menu, actorId, now }) },
      },
    ).exec(),
  );
  if (matchedCount === 0) throw new AppError("date_closed");
  const overHeld = await fitPortions({ menuId: menu._id, role: "staff", now });
  await settleFits(menu._id, [fit.id]);
  return overHeld;
}
