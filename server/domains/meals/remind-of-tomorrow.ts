import { addDays, instantAt } from "@shared/core/dates";
import { today } from "@server/core/clock";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import { notify } from "@server/domains/notices/index";
import { standingBooking } from "./booking";
import { mealFacts } from "./meal-facts";
import { placesOf } from "./places";
import { PortionModel, type PortionDocument } from "./portion.model";

/** No sitting has more portions. */
const PORTIONS_AT_MOST = 5_000;

/**
 * Tells everybody who holds a meal of tomorrow about it, once a booking. The evening before, so that who cannot come may
 * still say so; a booking made after that needs no reminder.
 */
export async function remindOfTomorrow({ clock }: Pick<Deps, "clock">): Promise<void> {
  const tomorrow = addDays(today(clock), 1);
  const midnight = (date: string) => new Date(instantAt({ date, time: "00:00" }));
  const sittings = await PortionModel.aggregate<{ readonly _id: string }>([
    { $match: { state: "booked", servesUntil: { $gte: midnight(tomorrow), $lt: midnight(addDays(tomorrow, 1)) } } },
    { $group: { _id: "$sitting" } },
  ]);
  for (const { _id } of sittings) await remindOf(_id, clock.now());
}

async function remindOf(sitting: string, now: number): Promise<void> {
  const portions = await PortionModel.find({
    sitting,
    active: true,
    state: "booked",
    isGuest: trusted({ $exists: false }),
  })
    .limit(PORTIONS_AT_MOST)
    .lean<PortionDocument[]>();
  const bookings = portions.map(standingBooking);
  const placeOf = await placesOf(bookings);
  for (const booking of bookings) {
    const { id, elder: personId, carePointId } = booking;
    const meal = mealFacts({ ...booking, bookingId: id }, placeOf(carePointId).name);
    await notify({ key: `reminder ${id}`, personId, carePointId, now, notice: { template: "meal_reminder", meal } });
  }
}
