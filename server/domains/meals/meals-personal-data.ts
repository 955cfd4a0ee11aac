import { dateLabel } from "@server/core/calendar";
import { trusted } from "@server/core/db/trusted";
import type { DataGroup, Erasure, Leaving, PersonalData } from "@server/core/personal-data";
import { standingBooking, type Booking } from "./booking";
import { findHeldBy } from "./find-held-by";
import { giveUpBooking } from "./give-up-booking";
import { mergeBookings } from "./merge-bookings";
import { listCancelled } from "./past-bookings.queries";
import { placesOf } from "./places";
import { PortionModel, type PortionDocument } from "./portion.model";
import { mealNames } from "./wire-labels";

const AT_MOST = 2_000;

/** What this domain keeps about a person: the meals she holds, held, and cancelled. */
export const createMealsPersonalData = (): PersonalData => ({
  collections: ["portions"],
  exportOf,
  erase,
  merge: mergeBookings,
});

async function exportOf(elder: string): Promise<readonly DataGroup[]> {
  const [held, cancelled] = await Promise.all([findHeldBy(elder), listCancelled({ elder, limit: AT_MOST })]);
  const bookings = [...held.map(standingBooking), ...cancelled].sort(earliestFirst);
  const placeOf = await placesOf(bookings);
  const rows = bookings.map((booking) => ({
    label: labelOf(booking),
    text: textOf(booking, placeOf(booking.carePointId).name),
  }));
  return [{ title: "订餐", rows, json: bookings }];
}

const earliestFirst = (a: Booking, b: Booking): number => a.servesUntil.getTime() - b.servesUntil.getTime();

const stateWords = { booked: "已订", served: "吃过", no_show: "没有来", cancelled: "已取消" } as const;

const labelOf = ({ date, meal }: Booking): string => `${date.slice(0, 4)}年${dateLabel(date)} ${mealNames[meal]}`;

function textOf({ dishName, priceLines, state }: Booking, place: string): string {
  const fen = priceLines.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return `${place}，${dishName}，${fen / 100} 元，${stateWords[state]}`;
}

/**
 * Bookings ahead are cancelled, at whatever hour: nobody will come. What was handed out stays as the canteen's record of
 * what it cooked and took in, under an id behind which there is nobody any more.
 */
async function erase({ personId, now }: Leaving): Promise<Erasure> {
  const ahead = {
    elder: personId,
    active: true,
    state: "booked",
    servesUntil: trusted({ $gt: new Date(now) }),
  } as const;
  const portions = await PortionModel.find(ahead).limit(AT_MOST).lean<PortionDocument[]>();
  for (const portion of portions) {
    await giveUpBooking({ portion, act: "my-data.delete-account", actorId: personId, now });
  }
  return (await PortionModel.exists(ahead)) === null ? "gone" : "waiting";
}
