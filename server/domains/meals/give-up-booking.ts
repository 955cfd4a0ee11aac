import { trusted } from "@server/core/db/trusted";
import { standingBooking } from "./booking";
import { bookingEvent } from "./booking-event";
import type { PortionDocument } from "./portion.model";
import { releasePortion } from "./release-portion";

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
  await releasePortion({
    portion,
    booking,
    by: actorId,
    window: { servesUntil: trusted({ $gt: new Date(now) }) },
    now,
    event: bookingEvent({ type: "meals.portion-released", act, booking, actorId, now }),
  });
}
