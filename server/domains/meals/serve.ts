import { AppError } from "@server/core/app-error";
import type { WhyNoted } from "@server/core/audit/audit-note";
import { sealWaitingReason } from "@server/core/audit/audit-reason";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import { moveUnit } from "@server/core/units/move-unit";
import { standingBooking } from "./booking";
import { bookingEvent } from "./booking-event";
import { findHeld } from "./meal-counter.queries";
import { portionsFor } from "./portion.machine";
import { PortionModel, type HeldPortion, type PortionDocument, type ServedBy } from "./portion.model";

interface Serving {
  /** As it was found; whether it still is, the update decides. */
  readonly portion: PortionDocument;
  readonly servedBy: ServedBy;
  /** When it was handed out, epoch milliseconds by the server's clock; before now for what was done offline. */
  readonly at: number;
  readonly actorId: string;
  readonly why: WhyNoted;
}

/** Why a meal is handed out by name: the cook's own words about a person. */
export const whyByName = (
  { sealer }: Pick<Deps, "sealer">,
  { bookingId, reason }: { bookingId: string; reason: string },
): WhyNoted => ({ sealedReason: sealWaitingReason(sealer, { subjectId: bookingId, reason }) });

/**
 * The one update that hands a meal out.
 * @throws AppError serving_over when its end had come, state_changed when the booking ended meanwhile
 */
export async function serve({ portion, servedBy, at, actorId, why }: Serving) {
  if (portion.state === "served") return { portion, wasServedBefore: true };
  const booking = standingBooking(portion);
  const served = await moveUnit<HeldPortion, PortionDocument>(PortionModel, {
    unitId: portion._id,
    bookingId: booking.id,
    // What was done offline and taken back since stays taken back, in whatever order the two arrive.
    from: {
      ...portionsFor("check_in", { role: "staff", now: at }),
      undoneAt: trusted({ $not: { $gte: new Date(at) } }),
    },
    set: { state: "served", servedAt: new Date(at), servedBy },
    event: bookingEvent({
      type: "meals.portion-served",
      act: "meal-counter.check-in",
      booking,
      actorId,
      why,
      now: at,
    }),
  });
  return served ? { portion: served, wasServedBefore: false } : explain(booking.id, at);
}

/** Somebody else was quicker, or the hour has passed, or it was cancelled. */
async function explain(bookingId: string, at: number) {
  const current = await findHeld(bookingId);
  if (current?.state === "served") return { portion: current, wasServedBefore: true };
  const isOver = (current?.servesUntil?.getTime() ?? Infinity) <= at;
  throw new AppError(isOver ? "serving_over" : "state_changed");
}
