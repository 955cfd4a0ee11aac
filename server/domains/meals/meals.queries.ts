import type { ServiceDate } from "@shared/core/primitives";
import { shareReads } from "@server/core/db/share-reads";
import { trusted } from "@server/core/db/trusted";
import type { ListEnd } from "@server/core/http/cursor";
import { findUnit } from "@server/core/units/find-unit";
import { BOOKING_FIELDS, bookingOn, standingBooking, type Booking } from "./booking";
import { MenuModel, type MenuDocument } from "./menu.model";
import { PortionModel, type HeldPortion, type PortionDocument } from "./portion.model";

/** Three meals on fourteen days and today. */
const SITTINGS_AHEAD = 45;
/** As many as a person can hold ahead, and some that are over. */
const RECENT = 60;

export const findMenu = (id: string): Promise<MenuDocument | null> =>
  MenuModel.findById(id).lean<MenuDocument>().exec();

/** A hot dish is asked for by a thousand at once: its menu is read once for all who wait. */
export const findMenuTogether = shareReads((id: string) => id, findMenu);

export const findMenus = (ids: readonly string[]): Promise<MenuDocument[]> =>
  MenuModel.find({ _id: trusted({ $in: [...ids] }) })
    .limit(ids.length)
    .lean<MenuDocument[]>()
    .exec();

export type Sitting = Pick<MenuDocument, "_id" | "serviceDate" | "meal" | "closesAt" | "closed">;

/** What a care point cooks from a day on, in the order in which it is eaten. */
export const findSittings = (carePointId: string, from: ServiceDate): Promise<Sitting[]> =>
  MenuModel.find({ carePointId, serviceDate: trusted({ $gte: from }), unplanned: trusted({ $exists: false }) })
    .sort({ serviceDate: 1, servesFrom: 1 })
    .select({ serviceDate: 1, meal: 1, closesAt: 1, closed: 1 })
    .limit(SITTINGS_AHEAD)
    .lean<Sitting[]>()
    .exec();

/** A booking by its id, standing or cancelled, with the portion it stands on. */
export async function findBooking(id: string): Promise<{ booking: Booking; portion: PortionDocument } | null> {
  const portion = await findUnit<HeldPortion, PortionDocument>(PortionModel, id);
  const booking = portion && bookingOn(portion, id);
  return booking && { booking, portion };
}

interface BookingList {
  readonly elder: string;
  readonly when: "upcoming" | "past";
  readonly now: number;
  readonly after: ListEnd | undefined;
  readonly limit: number;
}

/** Bookings still served, soonest first, or over, latest first. */
export async function listBookings({ elder, when, now, after, limit }: BookingList): Promise<Booking[]> {
  const isUpcoming = when === "upcoming";
  const direction = isUpcoming ? 1 : -1;
  const portions = await PortionModel.find({
    elder,
    active: true,
    servesUntil: trusted(isUpcoming ? { $gt: new Date(now) } : { $lte: new Date(now) }),
    ...(after ? beyond(after, isUpcoming ? "$gt" : "$lt") : {}),
  })
    .sort({ servesUntil: direction, bookingId: direction })
    .select(BOOKING_FIELDS)
    .limit(limit)
    .lean<PortionDocument[]>();
  return portions.map(standingBooking);
}

const beyond = ({ position, id }: ListEnd, further: "$gt" | "$lt") => {
  const at = new Date(position);
  return {
    $or: [{ servesUntil: trusted({ [further]: at }) }, { servesUntil: at, bookingId: trusted({ [further]: id }) }],
  };
};

/** A person's latest bookings by sitting, the furthest ahead first. */
export async function findRecentBookings(elder: string): Promise<Booking[]> {
  const portions = await PortionModel.find({ elder, active: true })
    .sort({ servesUntil: -1, bookingId: -1 })
    .select(BOOKING_FIELDS)
    .limit(RECENT)
    .lean<PortionDocument[]>();
  return portions.map(standingBooking);
}
