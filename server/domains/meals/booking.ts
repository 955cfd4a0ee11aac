import type { BookingState } from "@shared/domains/meals/meals.contract";
import type { PastBooking } from "@server/core/units/unit.model";
import type { HeldPortion, PortionDocument } from "./portion.model";

/** How a booking was cancelled, by whom, and who that was to the elder when he acted by a bond. */
interface Ended extends Pick<PastBooking<HeldPortion>, "how" | "by"> {
  readonly as?: HeldPortion["bookedAs"];
}

/** A booking as read from its portion, standing or cancelled. */
export interface Booking extends HeldPortion {
  readonly id: string;
  readonly menuId: string;
  readonly dishId: string;
  readonly state: BookingState;
  /** Null once cancelled. */
  readonly code: string | null;
  readonly closesAt: Date;
  readonly servesUntil: Date;
  /** How a cancelled one ended, and by whom where that was kept. */
  readonly ended?: Ended;
}

/** What of a portion makes a booking; lists read no more. */
export const BOOKING_FIELDS = {
  sitting: 1,
  dish: 1,
  closesAt: 1,
  servesUntil: 1,
  state: 1,
  code: 1,
  bookingId: 1,
  elder: 1,
  date: 1,
  meal: 1,
  mode: 1,
  carePointId: 1,
  dishName: 1,
  servesFrom: 1,
  priceLines: 1,
  bookedBy: 1,
  bookedAs: 1,
} as const;

/** The booking of a key that was ever used on this portion; null when the key was refused. */
export function bookingOn(portion: PortionDocument, bookingId: string): Booking | null {
  if (portion.kind === "refusal") return null;
  const past = portion.past?.find((ended) => ended.bookingId === bookingId);
  if (past) {
    return {
      ...heldOf(past),
      ...sittingOf(portion),
      id: bookingId,
      state: "cancelled",
      code: null,
      ended: past as Ended,
    };
  }
  return portion.bookingId === bookingId ? standingBooking(portion) : null;
}

/** The booking that holds this portion now. */
export function standingBooking(portion: PortionDocument): Booking {
  const { bookingId: id = "", state, code = null } = portion;
  return { ...heldOf(portion as HeldPortion), ...sittingOf(portion), id, state: state as BookingState, code };
}

/** What a booking wrote on its portion. */
export const heldOf = (held: HeldPortion): HeldPortion => ({
  elder: held.elder,
  date: held.date,
  meal: held.meal,
  mode: held.mode,
  carePointId: held.carePointId,
  dishName: held.dishName,
  servesFrom: held.servesFrom,
  priceLines: held.priceLines,
  ...(held.bookedBy === undefined ? {} : { bookedBy: held.bookedBy }),
  ...(held.bookedAt === undefined ? {} : { bookedAt: held.bookedAt }),
  ...(held.bookedAs === undefined ? {} : { bookedAs: held.bookedAs }),
});

function sittingOf({ sitting, dish, closesAt, servesUntil }: PortionDocument) {
  if (!sitting || !dish || !closesAt || !servesUntil) throw new Error("a portion without its sitting");
  return { menuId: sitting, dishId: dish, closesAt, servesUntil };
}
