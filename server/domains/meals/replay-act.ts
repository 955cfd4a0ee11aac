import type { ActResult, OfflineAct } from "@shared/domains/meals/meal-counter-shapes";
import { AppError, notFound } from "@server/core/app-error";
import type { WhyNoted } from "@server/core/audit/audit-note";
import type { Deps } from "@server/core/deps";
import { requireWalkIn } from "./require-walk-in";
import { findHeld } from "./meal-counter.queries";
import { markNoShow } from "./mark-no-show";
import { noteUndone, undoCheckIn } from "./undo-check-in";
import type { PortionDocument, ServedBy } from "./portion.model";
import { serve, whyByName } from "./serve";
import { walkIn, walkInIdOf } from "./walk-in";

interface Replaying<Act extends OfflineAct = OfflineAct> {
  readonly act: Act;
  readonly carePointId: string;
  readonly actorId: string;
  /** When it happened, epoch milliseconds by the server's clock. */
  readonly at: number;
}

type Outcome = Exclude<ActResult["outcome"], "refused">;

/**
 * Does what a counter did, as of the moment at which it did it.
 * @throws AppError with the reason of a refusal
 */
export async function replayAct(deps: Pick<Deps, "sealer">, replaying: Replaying): Promise<Outcome> {
  const { act, carePointId, actorId, at } = replaying;
  if (act.kind === "walk_in") return replayWalkIn({ act, carePointId, actorId, at });
  const portion = await findHeld(act.bookingId);
  if (portion?.carePointId !== carePointId) throw notFound();
  switch (act.kind) {
    case "check_in":
      // What the device kept is the tail only: the whole code is compared here.
      if (act.code !== portion.code) throw new AppError("code_unknown");
      return replayServing({ portion, servedBy: "code", at, actorId, why: {} });
    case "check_in_by_name":
      return replayServing({ portion, servedBy: "by_name", at, actorId, why: whyByName(deps, act) });
    case "undo_check_in":
      return replayUndo({ portion, actorId, at });
    case "mark_no_show": {
      if (portion.state !== "booked") return "already";
      await markNoShow({ portion, role: "staff", actorId, at });
      return "done";
    }
  }
}

interface Serving {
  readonly portion: PortionDocument;
  readonly servedBy: ServedBy;
  readonly at: number;
  readonly actorId: string;
  readonly why: WhyNoted;
}

async function replayServing(serving: Serving): Promise<Outcome> {
  const { portion, at } = serving;
  if ((portion.undoneAt?.getTime() ?? -Infinity) >= at) return "overtaken";
  return (await serve(serving)).wasServedBefore ? "already" : "done";
}

async function replayUndo(undoing: Omit<Serving, "servedBy" | "why">): Promise<Outcome> {
  const { portion, at } = undoing;
  if (portion.state !== "served") {
    // The handing-out that it takes back may still be under way.
    await noteUndone(undoing);
    return "already";
  }
  if ((portion.servedAt?.getTime() ?? 0) > at) return "overtaken";
  await undoCheckIn(undoing);
  return "done";
}

async function replayWalkIn({
  act,
  carePointId,
  actorId,
  at,
}: Replaying<Extract<OfflineAct, { kind: "walk_in" }>>): Promise<Outcome> {
  const { menuId, dishId, mode, who } = act;
  const wish = { menuId, dishId, mode, who };
  const { menu, dish } = await requireWalkIn(wish, carePointId);
  const bookingId = walkInIdOf({ actorId: carePointId, key: act.id });
  await walkIn({ menu, dish, wish, actorId, bookingId, at });
  return "done";
}
