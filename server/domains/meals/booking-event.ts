import type { WhyNoted } from "@server/core/audit/audit-note";
import type { NewEvent } from "@server/core/outbox/outbox";
import type { FamilyBond } from "@server/domains/family/index";
import type { Booking } from "./booking";

interface BookingAct {
  /** What subscribers hear, such as `meals.portion-claimed`. */
  readonly type: string;
  /** The endpoint's stem with its contract, for the audit: `meals.book-meal`. */
  readonly act: string;
  readonly booking: Pick<Booking, "id" | "menuId" | "elder" | "carePointId" | "date" | "meal" | "dishName">;
  readonly actorId: string;
  /** Who the actor is to the elder, when somebody acts for her, null for staff: then she is told of it. */
  readonly relation?: FamilyBond["relation"] | null | undefined;
  /** Why, where somebody was asked. */
  readonly why?: WhyNoted;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What somebody did to a booking, pushed with the portion's change. */
export const bookingEvent = ({ type, act, booking, actorId, relation, why, now }: BookingAct): NewEvent => ({
  type,
  at: new Date(now),
  sitting: booking.menuId,
  ...(relation === undefined ? {} : { helped: helpedOf(booking, relation) }),
  audit: {
    act,
    actorId,
    subject: { type: "meal-booking", id: booking.id },
    forPersonId: booking.elder,
    carePointId: booking.carePointId,
    ...why,
  },
});

/** What a helper did, as the elder is told of it: the portion may be somebody else's by then. */
export interface HelpedBooking extends Pick<Booking, "elder" | "carePointId" | "date" | "meal" | "dishName"> {
  /** Null for staff. */
  readonly relation: FamilyBond["relation"] | null;
}

const helpedOf = (
  { elder, carePointId, date, meal, dishName }: BookingAct["booking"],
  relation: HelpedBooking["relation"],
): HelpedBooking => ({ elder, carePointId, date, meal, dishName, relation });
