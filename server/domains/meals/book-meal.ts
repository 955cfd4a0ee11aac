import { randomInt } from "node:crypto";
import { AppError, notFound, refusedField } from "@server/core/app-error";
import { claimUnit } from "@server/core/units/claim-unit";
import type { ClaimOutcome } from "@server/core/units/outcome";
import { refuse } from "@server/core/units/refuse";
import { bookingIdOf, fingerprintOf } from "@server/core/units/request-key";
import type { RefusalReason } from "@server/core/units/unit.model";
import type { FamilyBond } from "@server/domains/family/index";
import { bookingOn, type Booking } from "./booking";
import { bookingEvent } from "./booking-event";
import { holdOf, type MealWish } from "./hold-of";
import { findMenuTogether } from "./meals.queries";
import { PortionModel, type HeldPortion, type PortionDocument } from "./portion.model";
import { servingEnd } from "./publish-menu";

interface Order {
  readonly wish: MealWish;
  readonly actorId: string;
  /** Who the actor is to the elder: null for staff, absent when she books for herself. */
  readonly relation?: FamilyBond["relation"] | null | undefined;
  /** The endpoint's stem with its contract, for the audit. */
  readonly act?: string;
  readonly key: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

interface Booked {
  readonly booking: Booking;
  /** False when this is the late repeat of a request that was cancelled since. */
  readonly isStanding: boolean;
}

/**
 * Books one portion of a dish for an elder, by herself or by somebody who may act for her.
 *
 * - Until the cut-off of the sitting, by the server's clock.
 * - One meal a person: whoever holds breakfast, lunch or dinner of a date anywhere does not get another one for it.
 * - No more portions than were made; who is told no under a key is never given a portion under it later.
 * - The price is the dish's, fixed on the booking line by line; the pick-up code is fresh.
 * - The same request again, by a lost reply or an impatient finger, has one effect and one answer; after its cancel it
 *   shows the cancelled booking. The same key with another wish is refused.
 *
 * @throws AppError not_found, invalid_request, key_reused, meal_sold_out, meal_closed, already_booked, try_again
 */
export async function bookMeal({ wish, actorId, relation, act = "meals.book-meal", key, now }: Order): Promise<Booked> {
  const menu = await findMenuTogether(wish.menuId);
  const dish = menu?.dishes.find(({ id }) => id === wish.dishId);
  if (!menu || !dish) throw notFound();
  if (!menu.modes.includes(wish.mode)) throw refusedField("body.mode", "not_offered");
  const held = holdOf({ menu, dish, wish, actorId, relation, now });
  const bookingId = bookingIdOf({ actorId, key });
  const about = { sitting: menu._id, servesUntil: servingEnd(menu) };
  const request = { bookingId, fingerprint: fingerprintOf(wish), now, about };
  if (menu.closed) return toBooked(await refuse(PortionModel, { ...request, refused: CALLED_OFF }), bookingId);
  const outcome = await claimUnit<HeldPortion, PortionDocument>(PortionModel, {
    ...request,
    closesAt: menu.closesAt.getTime(),
    among: { sitting: menu._id, dish: dish.id },
    seats: dish.portions,
    holder: { elder: held.elder, date: held.date, meal: held.meal },
    held,
    fresh: () => ({ state: "booked", code: freshCode() }),
    event: bookingEvent({
      type: "meals.portion-claimed",
      act,
      booking: { ...held, id: bookingId, menuId: menu._id },
      actorId,
      relation,
      now,
    }),
  });
  return toBooked(outcome, bookingId);
}

/** Six digits. */
export const freshCode = (): string => String(randomInt(1_000_000)).padStart(6, "0");

/** The kitchen closed the date. */
const CALLED_OFF = { outcome: "refused", reason: "called_off" } as const;

const REFUSALS = {
  nothing_free: "meal_sold_out",
  past_cut_off: "meal_closed",
  holds_another: "already_booked",
  not_yet: "meal_closed",
  called_off: "meal_closed",
} as const satisfies Record<RefusalReason, string>;

function toBooked(outcome: ClaimOutcome<HeldPortion, PortionDocument>, bookingId: string): Booked {
  switch (outcome.outcome) {
    case "claimed":
    case "found":
    case "ended": {
      const booking = bookingOn(outcome.unit, bookingId);
      if (!booking) throw new Error("a claimed portion without its booking");
      return { booking, isStanding: outcome.outcome !== "ended" };
    }
    case "other_body":
      throw new AppError("key_reused");
    case "refused":
      throw new AppError(REFUSALS[outcome.reason], outcome.existing ? { existing: outcome.existing } : {});
    case "undecided":
      throw new AppError("try_again", { retryAfterSeconds: 1 });
  }
}
