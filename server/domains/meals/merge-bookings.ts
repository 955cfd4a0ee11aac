import { dateLabel } from "@server/core/calendar";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { trusted } from "@server/core/db/trusted";
import type { Erasure, Merging } from "@server/core/personal-data";
import { notify } from "@server/domains/notices/index";
import { standingBooking } from "./booking";
import { findHeldBy } from "./find-held-by";
import { giveUpBooking } from "./give-up-booking";
import { placesOf } from "./places";
import { PortionModel, type PortionDocument } from "./portion.model";
import { mealNames } from "./wire-labels";

/**
 * Brings one person's meals to another. Nobody eats one meal twice: of two bookings for it the earlier stays, the later
 * is cancelled and she is told; what was handed out outranks what is only booked. Two meals that are both over stay what
 * they were, the one under an id behind which there is nobody any more. What was cancelled, now or before, goes along.
 */
export async function mergeBookings(merging: Merging): Promise<Erasure> {
  for (const portion of await findHeldBy(merging.from)) {
    if (await move(portion, merging)) continue;
    const other = await findRival(portion, merging.to);
    const spare = other && spareOf({ moving: portion, other, now: merging.now });
    if (!spare) continue;
    await giveUp(spare, merging);
    if (spare === other) await move(portion, merging);
  }
  await moveCancelled(merging);
  return "gone";
}

/** Who holds what is over comes last: a repeat finds by it what is left to do. */
async function moveCancelled({ from, to }: Merging): Promise<void> {
  // Names the index's own condition, so that every planner may use it.
  const hers = { "past.elder": trusted({ $eq: from, $exists: true }) };
  for (const field of ["bookedBy", "by", "elder"]) {
    const update = { $set: { [`past.$[one].${field}`]: to } };
    await PortionModel.updateMany(hers, update, { arrayFilters: [{ "one.elder": from, [`one.${field}`]: from }] });
  }
}

/** False when the other holds that meal too: the unique index decides. */
async function move({ _id, bookingId = "", bookedBy }: PortionDocument, { from, to }: Merging): Promise<boolean> {
  try {
    const own = bookedBy === from ? { bookedBy: to } : {};
    await PortionModel.updateOne({ _id, elder: from, bookingId }, { $set: { elder: to, ...own } });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

const findRival = ({ date = "", meal = "lunch" }: PortionDocument, elder: string): Promise<PortionDocument | null> =>
  PortionModel.findOne({ elder, date, meal, active: true }).lean<PortionDocument>().exec();

interface Rivals {
  readonly moving: PortionDocument;
  readonly other: PortionDocument;
  readonly now: number;
}

/** Which of two for one meal is given up; null when neither can be. */
function spareOf({ moving, other, now }: Rivals): PortionDocument | null {
  const isAhead = ({ state, servesUntil }: PortionDocument) =>
    state === "booked" && (servesUntil?.getTime() ?? 0) > now;
  if (!isAhead(moving)) return isAhead(other) ? other : null;
  if (!isAhead(other)) return moving;
  // What has no time is from before it was noted, and so the earlier.
  const bookedAt = (portion: PortionDocument) => portion.bookedAt?.getTime() ?? 0;
  return bookedAt(other) > bookedAt(moving) ? other : moving;
}

/** Told first: if this breaks off in between, the repeat finds the booking still there, and she is told once. */
async function giveUp(portion: PortionDocument, { to, now }: Merging): Promise<void> {
  const booking = standingBooking(portion);
  const { carePointId, date, meal, dishName } = booking;
  const place = (await placesOf([booking]))(carePointId).name;
  const deed = `取消了重复订的一份：${dateLabel(date)} ${mealNames[meal]}，${place}的${dishName}；另一份还留着`;
  const notice = { template: "acted_for_you", by: "一刻", deed, bookingId: null } as const;
  await notify({ key: `merge ${booking.id}`, personId: to, carePointId, now, notice });
  await giveUpBooking({ portion, act: "merge.answer-merge-question", actorId: to, now });
}
