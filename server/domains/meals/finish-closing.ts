import { trusted } from "@server/core/db/trusted";
import { standingBooking } from "./booking";
import { bookingEvent } from "./booking-event";
import { CALLED_OFF } from "./called-off";
import { fitPortions } from "./fit-portions";
import { findMenu } from "./meals.queries";
import { hourOf, portionMachine, type PortionRole } from "./portion.machine";
import { PortionModel, type HeldPortion, type PortionDocument } from "./portion.model";
import { releasePortion } from "./release-portion";

/** So many bookings are cancelled at a time. */
const AT_ONCE = 20;
const ROUNDS = 20;

interface Finishing {
  readonly menuId: string;
  readonly actorId: string;
  readonly role: Extract<PortionRole, "staff" | "job">;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Does what a closed menu says, however much of it was done: nothing stays free and every booking is cancelled, each in
 * one update with its withdrawal and the event by which its holder is told. Ends when a look finds nothing left.
 */
export async function finishClosing(finishing: Finishing): Promise<void> {
  const { menuId, role, now } = finishing;
  const menu = await findMenu(menuId);
  if (!menu?.closed) return;
  const { reason } = menu.closed;
  for (let round = 0; round < ROUNDS; round += 1) {
    await fitPortions({ menuId, role, now });
    const booked = await findBooked(menuId);
    if (booked.length === 0) return;
    for (let from = 0; from < booked.length; from += AT_ONCE) {
      const some = booked.slice(from, from + AT_ONCE);
      await Promise.all(some.map((portion) => callOff(portion, { ...finishing, reason })));
    }
  }
  throw new Error(`bookings of closed menu ${menuId} kept coming`);
}

const findBooked = (menuId: string): Promise<PortionDocument[]> =>
  PortionModel.find({ sitting: menuId, seat: trusted({ $exists: true }), active: true, state: "booked" })
    .limit(1_000)
    .lean<PortionDocument[]>()
    .exec();

/** What the holder is told of: the portion may be gone by then. */
export interface CalledOff extends Pick<HeldPortion, "elder" | "carePointId" | "date" | "meal" | "dishName"> {
  readonly bookingId: string;
  readonly servesFrom: string;
  readonly reason: string;
}

async function callOff(portion: PortionDocument, { actorId, role, now, reason }: Finishing & { reason: string }) {
  const booking = standingBooking(portion);
  const { elder, carePointId, date, meal, dishName, servesFrom, id: bookingId } = booking;
  const calledOff: CalledOff = { elder, carePointId, date, meal, dishName, servesFrom, bookingId, reason };
  const type = "meals.portion-called-off";
  await releasePortion({
    portion,
    booking,
    by: actorId,
    how: CALLED_OFF,
    now,
    event: {
      ...bookingEvent({ type, act: "menu-planning.close-date", booking, actorId, why: { reason }, now }),
      calledOff,
    },
    window: hourOf(portionMachine.call_off.by[role], now),
    set: { withdrawn: true },
  });
}
