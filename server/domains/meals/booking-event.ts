import type { NewEvent } from "@server/core/outbox/outbox";
import type { Booking } from "./booking";

interface BookingAct {
  /** What subscribers hear, such as `meals.portion-claimed`. */
  readonly type: string;
  /** The endpoint's stem, for the audit. */
  readonly act: string;
  readonly booking: Pick<Booking, "id" | "menuId" | "elder" | "carePointId">;
  readonly actorId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What somebody did to a booking, pushed with the portion's change. */
export const bookingEvent = ({ type, act, booking, actorId, now }: BookingAct): NewEvent => ({
  type,
  at: new Date(now),
  sitting: booking.menuId,
  audit: {
    act: `meals.${act}`,
    actorId,
    subject: { type: "meal-booking", id: booking.id },
    forPersonId: booking.elder,
    carePointId: booking.carePointId,
  },
});
