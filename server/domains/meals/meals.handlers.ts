import { businessDay } from "@shared/core/dates";
import type { mealsContract } from "@shared/domains/meals/meals.contract";
import { notFound } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import type { Actor } from "@server/core/policy";
import { findCarePointLabels } from "@server/domains/care-points/index";
import { bookMeal } from "./book-meal";
import type { Booking } from "./booking";
import { fromBookingCursor, toBookingCursor } from "./booking-cursor";
import { cancelMealBooking } from "./cancel-meal-booking";
import { chooseSitting } from "./choose-sitting";
import { mealsPolicy } from "./meals.policy";
import { presentBooking, presentDays, presentMenu } from "./meals.presenter";
import { findBooking, findMenu, findSittings, listBookings } from "./meals.queries";
import { placesOf } from "./places";
import { showMealOverview } from "./show-meal-overview";

const PAGE = 20;

interface Showing {
  readonly bookings: readonly Booking[];
  readonly actor: Actor;
  readonly now: number;
}

async function show({ bookings, actor, now }: Showing) {
  const placeOf = await placesOf(bookings);
  return bookings.map((booking) => {
    const mayCancel = mealsPolicy.cancelMealBooking(actor, booking) === "allow";
    return presentBooking({ booking, place: placeOf(booking.carePointId), now, mayCancel });
  });
}

async function showOne({ booking, actor, now }: Omit<Showing, "bookings"> & { readonly booking: Booking }) {
  const [shown] = await show({ bookings: [booking], actor, now });
  if (!shown) throw new Error("a booking was not presented");
  return shown;
}

async function load(bookingId: string) {
  const found = await findBooking(bookingId);
  if (!found) throw notFound();
  return found;
}

export const createMealsHandlers = ({ clock }: Pick<Deps, "clock">): Handlers<typeof mealsContract> => ({
  getMealOverview: ({ actor, query: { communityId } }) =>
    showMealOverview({ elder: actor?.id ?? null, communityId, now: clock.now() }),

  getMenu: async ({ query: { carePointId, serviceDate, meal } }) => {
    const now = clock.now();
    const place = (await findCarePointLabels([carePointId])).get(carePointId);
    if (!place) throw notFound();
    const sittings = await findSittings(carePointId, businessDay(now));
    const chosen = chooseSitting({ sittings, serviceDate, meal, now });
    const menu = chosen && (await findMenu(chosen._id));
    return { menu: menu ? presentMenu({ menu, place, now }) : null, days: presentDays({ sittings, now }) };
  },

  bookMeal: async ({ actor, authorize, nothingCreated, body, key }) => {
    authorize(mealsPolicy.bookMeal(actor, { elder: body.elderId }));
    const now = clock.now();
    const { booking, isStanding } = await bookMeal({ wish: body, actorId: actor.id, key, now });
    if (!isStanding) nothingCreated();
    return showOne({ booking, actor, now });
  },

  cancelMealBooking: async ({ actor, authorize, params: { bookingId } }) => {
    const now = clock.now();
    const found = await load(bookingId);
    authorize(mealsPolicy.cancelMealBooking(actor, found.booking));
    return showOne({ booking: await cancelMealBooking({ ...found, actorId: actor.id, now }), actor, now });
  },

  getMealBooking: async ({ actor, authorize, params: { bookingId } }) => {
    const { booking } = await load(bookingId);
    authorize(mealsPolicy.getMealBooking(actor, booking));
    return showOne({ booking, actor, now: clock.now() });
  },

  listMealBookings: async ({ actor, authorize, query: { when, cursor } }) => {
    authorize(mealsPolicy.listMealBookings(actor, { elder: actor.id }));
    const now = clock.now();
    const after = cursor === undefined ? undefined : fromBookingCursor(cursor);
    const rows = await listBookings({ elder: actor.id, when, now, after, limit: PAGE + 1 });
    const bookings = rows.slice(0, PAGE);
    const last = bookings.at(-1);
    return {
      bookings: await show({ bookings, actor, now }),
      nextCursor:
        rows.length > PAGE && last ? toBookingCursor({ servesUntil: last.servesUntil.getTime(), id: last.id }) : null,
    };
  },
});
