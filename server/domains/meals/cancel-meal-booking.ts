import { isOrderingOpen } from "@shared/domains/meals/meals.rules";
import { AppError } from "@server/core/app-error";
import type { FamilyBond } from "@server/domains/family/index";
import { bookingOn, type Booking } from "./booking";
import { bookingEvent } from "./booking-event";
import { findBooking } from "./meals.queries";
import type { PortionDocument } from "./portion.model";
import { releasePortion } from "./release-portion";

interface Cancelling {
  readonly booking: Booking;
  readonly portion: PortionDocument;
  /** Who cancels it. */
  readonly actorId: string;
  /** Who the actor is to the elder; absent when she does it herself. */
  readonly relation?: FamilyBond["relation"] | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Cancels a booking and gives its portion back, exactly once.
 *
 * - Until the cut-off of the sitting, by the server's clock; afterwards the cook has bought, and the phone is the way.
 * - Only what is booked: a meal that was served stays.
 * - Cancelling again shows the cancelled booking, also after the cut-off.
 *
 * @throws AppError cancel_closed after the cut-off, state_changed when it was served meanwhile
 */
export async function cancelMealBooking({ booking, portion, actorId, relation, now }: Cancelling): Promise<Booking> {
  if (booking.state === "cancelled") return booking;
  const released = await releasePortion({
    portion,
    booking,
    by: actorId,
    as: relation,
    now,
    event: bookingEvent({
      type: "meals.portion-released",
      act: "meals.cancel-meal-booking",
      booking,
      actorId,
      relation,
      now,
    }),
  });
  const cancelled = released && bookingOn(released, booking.id);
  return cancelled ?? explain({ booking, now });
}

/** The portion was no longer as it was read: cancelled by a twin of this request, served, or past the cut-off. */
async function explain({ booking, now }: Pick<Cancelling, "booking" | "now">): Promise<Booking> {
  const current = await findBooking(booking.id);
  if (current?.booking.state === "cancelled") return current.booking;
  const isOpen = isOrderingOpen({ closesAt: booking.closesAt.getTime(), now });
  throw new AppError(isOpen ? "state_changed" : "cancel_closed");
}
