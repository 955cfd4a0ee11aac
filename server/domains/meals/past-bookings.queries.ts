import type { PipelineStage } from "mongoose";
import type { ListEnd } from "@server/core/http/cursor";
import type { PastBooking } from "@server/core/units/unit.model";
import { bookingOn, type Booking } from "./booking";
import { CALLED_OFF, CANCELLED } from "./called-off";
import { listBookings } from "./meals.queries";
import { PortionModel, type HeldPortion, type PortionDocument } from "./portion.model";

interface PastList {
  readonly elder: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly after: ListEnd | undefined;
  readonly limit: number;
}

/** What is over and what was cancelled, whenever it would have been eaten, the latest sitting first. Two commands. */
export async function listPastBookings(list: PastList): Promise<Booking[]> {
  const [over, cancelled] = await Promise.all([listBookings({ ...list, when: "past" }), listCancelled(list)]);
  return [...over, ...cancelled].sort(latestFirst).slice(0, list.limit);
}

const latestFirst = (a: Booking, b: Booking): number =>
  b.servesUntil.getTime() - a.servesUntil.getTime() || (a.id < b.id ? 1 : -1);

type Cancelled = Omit<PortionDocument, "past"> & { readonly past: PastBooking<HeldPortion> };

/** What was cancelled. A portion may have been given back by the same person more than once: each time is a row of its own. */
export async function listCancelled({
  elder,
  after,
  limit,
}: Pick<PastList, "elder" | "limit"> & Partial<PastList>): Promise<Booking[]> {
  const rows = await PortionModel.aggregate<Cancelled>([
    // Names the index's own condition, so that every planner may use it.
    { $match: { "past.elder": { $eq: elder, $exists: true }, ...(after ? notLaterThan(after) : {}) } },
    { $unwind: "$past" },
    { $match: { "past.elder": elder, "past.how": { $in: [CANCELLED, CALLED_OFF] }, ...(after ? beyond(after) : {}) } },
    { $sort: { servesUntil: -1, "past.bookingId": -1 } },
    { $limit: limit },
    { $project: { sitting: 1, dish: 1, closesAt: 1, servesUntil: 1, past: 1 } },
  ] satisfies PipelineStage[]);
  return rows.flatMap(({ past, ...portion }) => bookingOn({ ...portion, past: [past] }, past.bookingId) ?? []);
}

const notLaterThan = ({ position }: ListEnd) => ({ servesUntil: { $lte: new Date(position) } });

const beyond = ({ position, id }: ListEnd) => {
  const at = new Date(position);
  return { $or: [{ servesUntil: { $lt: at } }, { servesUntil: at, "past.bookingId": { $lt: id } }] };
};
