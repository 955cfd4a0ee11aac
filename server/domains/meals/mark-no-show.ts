import { AppError } from "@server/core/app-error";
import { moveUnit } from "@server/core/units/move-unit";
import { standingBooking } from "./booking";
import { bookingEvent } from "./booking-event";
import { findHeld } from "./meal-counter.queries";
import { portionsFor, type PortionRole } from "./portion.machine";
import { PortionModel, type HeldPortion, type PortionDocument } from "./portion.model";

interface Missing {
  readonly portion: PortionDocument;
  readonly role: PortionRole;
  readonly actorId: string;
  /** Epoch milliseconds by the server's clock. */
  readonly at: number;
}

/**
 * Notes that somebody did not come for her meal.
 *
 * - By staff from the cut-off on, by the program after the end of serving; only what is booked.
 * - The portion stays hers, so that she has no second one of that meal; who comes late is still handed it.
 *
 * @throws AppError serving_not_begun before the cut-off, state_changed when it was handed out or cancelled meanwhile
 */
export async function markNoShow({ portion, role, actorId, at }: Missing): Promise<PortionDocument> {
  if (portion.state === "no_show") return portion;
  const booking = standingBooking(portion);
  const missed = await moveUnit<HeldPortion, PortionDocument>(PortionModel, {
    unitId: portion._id,
    bookingId: booking.id,
    from: portionsFor("mark_no_show", { role, now: at }),
    set: { state: "no_show" },
    event: bookingEvent({ type: "meals.portion-missed", act: "meal-counter.mark-no-show", booking, actorId, now: at }),
  });
  if (missed) return missed;
  const current = await findHeld(booking.id);
  if (current?.state === "no_show") return current;
  throw new AppError(at < booking.closesAt.getTime() ? "serving_not_begun" : "state_changed");
}
