import { trusted } from "@server/core/db/trusted";
import { releaseUnit } from "@server/core/units/release-unit";
import { heldOf, standingBooking } from "./booking";
import { bookingEvent } from "./booking-event";
import { BESIDE_HELD, PortionModel, type HeldPortion, type PortionDocument } from "./portion.model";

interface GivingUp {
  readonly portion: PortionDocument;
  /** The endpoint's stem with its contract, for the audit. */
  readonly act: string;
  readonly actorId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Frees a booked portion whose meal is not over, whatever the cut-off: there will be nobody to eat it. A portion that is
 * no longer so stays as it is.
 */
export async function giveUpBooking({ portion, act, actorId, now }: GivingUp): Promise<void> {
  const booking = standingBooking(portion);
  await releaseUnit<HeldPortion, PortionDocument>(PortionModel, {
    unit: portion,
    bookingId: booking.id,
    state: "booked",
    held: heldOf(booking),
    drop: BESIDE_HELD,
    how: "cancelled",
    window: { servesUntil: trusted({ $gt: new Date(now) }) },
    now,
    event: bookingEvent({ type: "meals.portion-released", act, booking, actorId, now }),
  });
}
