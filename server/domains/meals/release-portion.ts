import { releaseUnit, type Release } from "@server/core/units/release-unit";
import { heldOf, type Booking } from "./booking";
import { CANCELLED } from "./called-off";
import { BESIDE_HELD, PortionModel, type HeldPortion, type PortionDocument } from "./portion.model";

interface Releasing extends Pick<
  Release<HeldPortion, PortionDocument>,
  "by" | "as" | "now" | "event" | "window" | "set"
> {
  readonly portion: PortionDocument;
  /** The booking that ends, as it was read from the portion. */
  readonly booking: Booking;
  /** Only a booking in this state ends; by default one whose meal was not handed out. */
  readonly state?: "booked" | "served";
  readonly how?: string;
}

/** Ends a booking and takes everything of it off its portion, by one conditional update; null when it was not so any more. */
export const releasePortion = ({ portion, booking, state = "booked", how = CANCELLED, ...release }: Releasing) =>
  releaseUnit<HeldPortion, PortionDocument>(PortionModel, {
    unit: portion,
    bookingId: booking.id,
    state,
    how,
    held: heldOf(booking),
    drop: BESIDE_HELD,
    ...release,
  });
