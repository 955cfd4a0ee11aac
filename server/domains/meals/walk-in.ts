import type * as z from "zod/mini";
import type { mealCounterContract } from "@shared/domains/meals/meal-counter.contract";
import { AppError } from "@server/core/app-error";
import { stableId } from "@server/core/ids";
import { claimUnit } from "@server/core/units/claim-unit";
import type { ClaimOutcome } from "@server/core/units/outcome";
import { refuse } from "@server/core/units/refuse";
import { bookingIdOf, fingerprintOf } from "@server/core/units/request-key";
import type { RefusalReason } from "@server/core/units/unit.model";
import { freshCode } from "./book-meal";
import { bookingEvent } from "./booking-event";
import type { MenuDish, MenuDocument } from "./menu.model";
import { hourOf, portionMachine } from "./portion.machine";
import { PortionModel, type HeldPortion, type PortionDocument } from "./portion.model";
import { servingEnd } from "./publish-menu";

/** What the contract lets staff order for somebody who stands before them. */
export type WalkInWish = z.infer<(typeof mealCounterContract)["endpoints"]["walkIn"]["body"]>;

interface WalkingIn {
  readonly menu: MenuDocument;
  readonly dish: MenuDish;
  readonly wish: WalkInWish;
  readonly actorId: string;
  readonly bookingId: string;
  /** When it happened, epoch milliseconds by the server's clock; before now for what was done offline. */
  readonly at: number;
}

/** The id of a walk-in's booking: the same for each repeat of the request. */
export const walkInIdOf = (request: { readonly actorId: string; readonly key: string }): string => bookingIdOf(request);

/**
 * Hands a free portion out to somebody who did not book.
 *
 * - From the cut-off to the end of serving, while portions last: free to served in one update.
 * - A resident has one meal of that kind a day, like everybody who books. A guest without an account is nobody's id.
 * - The same request again has one effect and one answer.
 *
 * @throws AppError key_reused, dish_gone, has_one_already, serving_over, serving_not_begun, state_changed, try_again
 */
export async function walkIn({ menu, dish, wish, actorId, bookingId, at }: WalkingIn): Promise<PortionDocument> {
  const { who, ...order } = wish;
  const elder = who.kind === "resident" ? who.residentId : stableId("guest", bookingId);
  const held = holdOf({ menu, dish, mode: wish.mode, elder });
  const request = {
    bookingId,
    fingerprint: fingerprintOf({ ...order, who: who.kind === "resident" ? who.residentId : "guest" }),
    now: at,
    about: { sitting: menu._id, servesUntil: servingEnd(menu) },
  };
  const early = refusalOf(menu, at);
  if (early) return toServed(await refuse(PortionModel, { ...request, refused: early }));
  const booking = { ...held, id: bookingId, menuId: menu._id };
  const served = { state: "served", servedAt: new Date(at), servedBy: "walk_in" };
  const outcome = await claimUnit<HeldPortion, PortionDocument>(PortionModel, {
    ...request,
    closesAt: servingEnd(menu).getTime(),
    window: hourOf(portionMachine.walk_in.by.staff, at),
    among: { sitting: menu._id, dish: dish.id },
    seats: dish.portions,
    holder: { elder, date: held.date, meal: held.meal },
    held,
    fresh: () => ({ ...served, code: freshCode(), ...(who.kind === "guest" ? { isGuest: true } : {}) }),
    event: bookingEvent({ type: "meals.portion-claimed", act: "meal-counter.walk-in", booking, actorId, now: at }),
  });
  return toServed(outcome);
}

function refusalOf(menu: MenuDocument, at: number) {
  if (menu.closed) return { outcome: "refused", reason: "called_off" } as const;
  return at < menu.closesAt.getTime() ? ({ outcome: "refused", reason: "not_yet" } as const) : null;
}

interface Choice {
  readonly menu: MenuDocument;
  readonly dish: MenuDish;
  readonly mode: HeldPortion["mode"];
  readonly elder: string;
}

const holdOf = ({ menu, dish, mode, elder }: Choice): HeldPortion => ({
  elder,
  date: menu.serviceDate,
  meal: menu.meal,
  mode,
  carePointId: menu.carePointId,
  dishName: dish.name,
  servesFrom: menu.servesFrom,
  priceLines: [{ label: "餐费", amountFen: dish.priceFen }],
});

const REFUSALS = {
  nothing_free: "dish_gone",
  past_cut_off: "serving_over",
  holds_another: "has_one_already",
  not_yet: "serving_not_begun",
  called_off: "date_closed",
} as const satisfies Record<RefusalReason, string>;

function toServed(outcome: ClaimOutcome<HeldPortion, PortionDocument>): PortionDocument {
  switch (outcome.outcome) {
    case "claimed":
    case "found":
      return outcome.unit;
    case "ended":
      // It was taken back since: nothing is handed out under this key any more.
      throw new AppError("state_changed");
    case "other_body":
      throw new AppError("key_reused");
    case "refused":
      throw new AppError(REFUSALS[outcome.reason]);
    case "undecided":
      throw new AppError("try_again", { retryAfterSeconds: 1 });
  }
}
