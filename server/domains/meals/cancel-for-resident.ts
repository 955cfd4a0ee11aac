import { AppError } from "@server/core/app-error";
import { sealWaitingReason } from "@server/core/audit/audit-reason";
import type { Deps } from "@server/core/deps";
import type { Booking } from "./booking";
import { bookingEvent } from "./booking-event";
import { findBooking } from "./meals.queries";
import { hourOf, portionMachine } from "./portion.machine";
import type { PortionDocument } from "./portion.model";
import { releasePortion } from "./release-portion";

interface Cancelling {
  readonly booking: Booking;
  readonly portion: PortionDocument;
  readonly actorId: string;
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Cancels a booking for a resident who called, with the reason for the audit.
 *
 * - Until the end of serving: staff may where she herself no longer may.
 * - Only what is booked; her portion is free, once. Cancelling again changes nothing.
 *
 * @throws AppError serving_over after the end of serving, state_changed when it was handed out meanwhile
 */
export async function cancelForResident(
  { sealer }: Pick<Deps, "sealer">,
  { booking, portion, actorId, reason, now }: Cancelling,
): Promise<void> {
  if (booking.state === "cancelled") return;
  const released = await releasePortion({
    portion,
    booking,
    by: actorId,
    now,
    event: bookingEvent({
      type: "meals.portion-released",
      act: "meal-counter.cancel-for-resident",
      booking,
      actorId,
      why: { sealedReason: sealWaitingReason(sealer, { subjectId: booking.id, reason }) },
      now,
    }),
    window: hourOf(portionMachine.cancel.by.staff, now),
  });
  if (released) return;
  const current = await findBooking(booking.id);
  if (current?.booking.state === "cancelled") return;
  throw new AppError(now < booking.servesUntil.getTime() ? "state_changed" : "serving_over");
}
