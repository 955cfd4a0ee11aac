import { AppError } from "@server/core/app-error";
import { trusted } from "@server/core/db/trusted";
import { moveUnit } from "@server/core/units/move-unit";
import { standingBooking } from "./booking";
import { bookingEvent } from "./booking-event";
import { findHeld } from "./meal-counter.queries";
import { hourOf, portionMachine, portionsFor, UNDO_MS } from "./portion.machine";
import { PortionModel, type HeldPortion, type PortionDocument } from "./portion.model";
import { releasePortion } from "./release-portion";

interface Undoing {
  readonly portion: PortionDocument;
  readonly actorId: string;
  /** When it was taken back, epoch milliseconds by the server's clock; before now for what was done offline. */
  readonly at: number;
}

/**
 * Takes a handing-out back.
 *
 * - Within two minutes of it; afterwards it is final.
 * - A booked meal is booked again, and code and picture serve again. A walk-in's portion is free again.
 * - Taking back what is not handed out changes nothing and is no error.
 *
 * @returns the portion as it stands with its booking; null when a walk-in ended
 * @throws AppError undo_over after two minutes
 */
export async function undoCheckIn({ portion, actorId, at }: Undoing): Promise<PortionDocument | null> {
  if (portion.state !== "served") return portion;
  if (portion.servedBy === "walk_in") return endWalkIn({ portion, actorId, at });
  const undone = await moveUnit<HeldPortion, PortionDocument>(PortionModel, {
    unitId: portion._id,
    bookingId: standingBooking(portion).id,
    from: portionsFor("undo_check_in", { role: "staff", now: at }),
    set: { state: "booked", undoneAt: new Date(at) },
    drop: ["servedAt", "servedBy"],
    event: undoneEvent({ portion, actorId, at }, "meals.portion-unserved"),
  });
  return undone ?? explain({ portion, actorId, at });
}

const undoneEvent = ({ portion, actorId, at }: Undoing, type: string) =>
  bookingEvent({ type, act: "meal-counter.undo-check-in", booking: standingBooking(portion), actorId, now: at });

async function endWalkIn({ portion, actorId, at }: Undoing): Promise<PortionDocument | null> {
  const ended = await releasePortion({
    portion,
    booking: standingBooking(portion),
    state: "served",
    how: "undone",
    by: actorId,
    now: at,
    event: undoneEvent({ portion, actorId, at }, "meals.portion-released"),
    window: hourOf(portionMachine.undo_walk_in.by.staff, at),
  });
  return ended ? null : explain({ portion, actorId, at });
}

/** Two minutes have passed, or somebody else took it back. */
async function explain({ portion, at }: Undoing): Promise<PortionDocument | null> {
  const current = await findHeld(portion.bookingId ?? "");
  const servedAt = current?.servedAt?.getTime();
  if (servedAt !== undefined && at - servedAt >= UNDO_MS) throw new AppError("undo_over");
  if (servedAt !== undefined) throw new AppError("state_changed");
  return current;
}

/** Notes that a handing-out of which nothing is known yet was taken back: when it arrives, it no longer counts. */
export async function noteUndone({ portion, actorId, at }: Undoing): Promise<void> {
  await moveUnit<HeldPortion, PortionDocument>(PortionModel, {
    unitId: portion._id,
    bookingId: standingBooking(portion).id,
    from: { undoneAt: trusted({ $not: { $gte: new Date(at) } }) },
    set: { undoneAt: new Date(at) },
    event: undoneEvent({ portion, actorId, at }, "meals.portion-unserved"),
  });
}
