import type { mealsContract } from "@shared/domains/meals/meals.contract";
import { AppError, notFound } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import { fromCursor, toCursor } from "@server/core/http/cursor";
import type { Handlers, RequestContext } from "@server/core/http/handlers";
import type { Actor } from "@server/core/policy";
import { bookMeal } from "./book-meal";
import { cancelMealBooking } from "./cancel-meal-booking";
import { mealsPolicy } from "./meals.policy";
import { findBooking, listBookings } from "./meals.queries";
import { listPastBookings } from "./past-bookings.queries";
import { reachOf } from "./reach";
import { showBooking, showBookings } from "./show-bookings";
import { showMealOverview } from "./show-meal-overview";
import { showMenu } from "./show-menu";

const PAGE = 20;

/** A booking that somebody names by its id, and the right by which she may see it. */
async function load({ bookingId, actor, now }: { bookingId: string; actor: Actor; now: number }) {
  const found = await findBooking(bookingId);
  if (!found) throw notFound();
  return { ...found, reach: await reachOf({ actor, elderId: found.booking.elder, now }) };
}

interface Looking extends Pick<RequestContext<Actor | null>, "actor" | "authorize"> {
  readonly elderId: string | undefined;
  readonly now: number;
}

/** Who looks at what everybody may see, and for whom; null for a guest, who can name nobody. */
async function viewerOf({ actor, authorize, elderId, now }: Looking) {
  if (!actor && elderId !== undefined) throw new AppError("sign_in_required");
  if (!actor) return null;
  const reach = await reachOf({ actor, elderId, now });
  authorize(mealsPolicy.listMealBookings(actor, reach));
  return { actor, reach };
}

export const createMealsHandlers = ({
  clock,
  sealer,
}: Pick<Deps, "clock" | "sealer">): Handlers<typeof mealsContract> => ({
  getMealOverview: async ({ actor, authorize, query: { communityId, elderId } }) => {
    const now = clock.now();
    return showMealOverview({ viewer: await viewerOf({ actor, authorize, elderId, now }), communityId, now });
  },

  getMenu: async ({ actor, authorize, query: { carePointId, serviceDate, meal, elderId } }) => {
    const now = clock.now();
    const viewer = await viewerOf({ actor, authorize, elderId, now });
    return showMenu({ sealer }, { carePointId, serviceDate, meal, viewer, now });
  },

  bookMeal: async ({ actor, authorize, nothingCreated, body, key }) => {
    const now = clock.now();
    const reach = await reachOf({ actor, elderId: body.elderId, now });
    authorize(mealsPolicy.bookMeal(actor, reach));
    const relation = reach.bond?.relation;
    const { booking, isStanding } = await bookMeal({ wish: body, actorId: actor.id, relation, key, now });
    if (!isStanding) nothingCreated();
    return showBooking({ booking, actor, reach, now });
  },

  cancelMealBooking: async ({ actor, authorize, params: { bookingId } }) => {
    const now = clock.now();
    const { reach, ...found } = await load({ bookingId, actor, now });
    authorize(mealsPolicy.cancelMealBooking(actor, reach));
    const relation = reach.bond?.relation;
    const booking = await cancelMealBooking({ ...found, actorId: actor.id, relation, now });
    return showBooking({ booking, actor, reach, now });
  },

  getMealBooking: async ({ actor, authorize, params: { bookingId } }) => {
    const now = clock.now();
    const { booking, reach } = await load({ bookingId, actor, now });
    authorize(mealsPolicy.getMealBooking(actor, reach));
    return showBooking({ booking, actor, reach, now });
  },

  listMealBookings: async ({ actor, authorize, query: { when, elderId, cursor } }) => {
    const now = clock.now();
    const reach = await reachOf({ actor, elderId, now });
    authorize(mealsPolicy.listMealBookings(actor, reach));
    const after = cursor === undefined ? undefined : fromCursor(cursor);
    const wanted = { elder: reach.elder, now, after, limit: PAGE + 1 };
    const rows = await (when === "past" ? listPastBookings(wanted) : listBookings({ ...wanted, when }));
    const bookings = rows.slice(0, PAGE);
    const last = bookings.at(-1);
    return {
      bookings: await showBookings({ bookings, actor, reach, now }),
      nextCursor: rows.length > PAGE && last ? toCursor({ position: last.servesUntil.getTime(), id: last.id }) : null,
    };
  },
});
