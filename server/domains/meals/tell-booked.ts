import type { DeliveredEvent } from "@server/core/outbox/outbox";
import { notify } from "@server/domains/notices/index";
import { mealFacts } from "./meal-facts";
import { findBooking } from "./meals.queries";
import { placesOf } from "./places";

const isBooked = ({ type }: DeliveredEvent): boolean => type === "meals.portion-claimed";

/** Keeps in each elder's inbox what she ordered herself; what others ordered for her she is told as their act. */
export async function tellBooked(events: readonly DeliveredEvent[], now: number): Promise<void> {
  for (const { id, audit } of events.filter((event) => isBooked(event) && event["helped"] === undefined)) {
    const booking = audit && (await findBooking(audit.subject.id))?.booking;
    // Cancelled since, or handed out over the counter: there is nothing to look forward to.
    if (booking?.state !== "booked") continue;
    const placeOf = await placesOf([booking]);
    const meal = mealFacts({ ...booking, bookingId: booking.id }, placeOf(booking.carePointId).name);
    const { elder: personId, carePointId } = booking;
    await notify({ key: id, personId, carePointId, now, notice: { template: "meal_booked", meal } });
  }
}
