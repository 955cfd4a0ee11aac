import type * as z from "zod/mini";
import type { mealCounterContract } from "@shared/domains/meals/meal-counter.contract";
import { AppError } from "@server/core/app-error";
import { bookMeal } from "./book-meal";
import type { Booking } from "./booking";
import type { MenuDocument } from "./menu.model";

/** What the contract lets staff order for somebody who rings up. */
type PhoneWish = z.infer<(typeof mealCounterContract)["endpoints"]["bookForResident"]["body"]>;

interface PhoneOrder {
  readonly menu: Pick<MenuDocument, "closed">;
  readonly wish: PhoneWish;
  readonly actorId: string;
  readonly key: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Books a meal for a resident who rings up.
 *
 * - By every rule of a booking of her own: until the cut-off, one meal a person, no more portions than there are.
 * - She is told who booked it for her, unless it is the cook's own meal.
 * - The same request again has one effect and one answer; after its cancel it books nothing.
 *
 * @throws AppError not_found, invalid_request, key_reused, dish_gone, has_one_already, ordering_over, date_closed,
 * state_changed, try_again
 */
export async function bookForResident({ menu, wish, actorId, key, now }: PhoneOrder): Promise<Booking> {
  const { residentId: elderId, ...order } = wish;
  const forOther = elderId === actorId ? {} : { relation: null };
  try {
    const act = "meal-counter.book-for-resident";
    const { booking, isStanding } = await bookMeal({
      wish: { ...order, elderId },
      actorId,
      act,
      key,
      now,
      ...forOther,
    });
    if (!isStanding) throw new AppError("state_changed");
    return booking;
  } catch (error) {
    throw error instanceof AppError ? asToldAtCounter(error, menu) : error;
  }
}

/** Whose meal it is hears of it by phone: the cook is told what he can do about it. */
function asToldAtCounter(error: AppError, { closed }: PhoneOrder["menu"]): AppError {
  switch (error.code) {
    case "meal_sold_out":
      return new AppError("dish_gone");
    case "already_booked":
      return new AppError("has_one_already");
    case "meal_closed":
      return new AppError(closed ? "date_closed" : "ordering_over");
    default:
      return error;
  }
}
