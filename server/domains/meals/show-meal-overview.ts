import { businessDay } from "@shared/core/dates";
import type { MealOverview } from "@shared/domains/meals/meals.contract";
import { isOrderingOpen, isStillServed } from "@shared/domains/meals/meals.rules";
import { todayLabel } from "@server/core/calendar";
import {
  findCarePointLabels,
  findNearestCarePointWithService,
  findWalkMinutes,
} from "@server/domains/care-points/index";
import type { Booking } from "./booking";
import type { MenuDocument } from "./menu.model";
import { presentBooking, presentMenu } from "./meals.presenter";
import { findMenus, findRecentBookings, findSittings, type Sitting } from "./meals.queries";
import { placesOf } from "./places";
import { repeatOrder } from "./repeat-order";

interface Asking {
  /** Null for a guest. */
  readonly elder: string | null;
  readonly communityId: string | undefined;
  readonly now: number;
}

/**
 * What the home page says about meals.
 *
 * - Her usual care point is where she last booked, else the nearest that cooks.
 * - Today's or the next booking that is not yet over comes first.
 * - The next meal of the usual care point that is open and that she has not booked is offered, and 再来一份: what she
 *   last had there, on the next such menu of the same meal.
 */
export async function showMealOverview({ elder, communityId, now }: Asking): Promise<MealOverview> {
  const recent = elder === null ? [] : await findRecentBookings(elder);
  const usual = await usualCarePoint({ recent, communityId, now });
  const next = recent.filter((booking) => isAhead(booking, now) && booking.state === "booked").at(-1);
  return {
    todayLabel: todayLabel(businessDay(now)),
    usualCarePoint: usual,
    nextBooking: next ? await presentOwn(next, now) : null,
    ...(usual ? await offersOf({ usual, recent, now }) : { nextOpenMenu: null, repeat: null }),
  };
}

const isAhead = ({ servesUntil }: Booking, now: number) => isStillServed({ servesUntil: servesUntil.getTime(), now });

async function presentOwn(booking: Booking, now: number) {
  const placeOf = await placesOf([booking]);
  return presentBooking({ booking, place: placeOf(booking.carePointId), now, mayCancel: true });
}

type UsualCarePoint = NonNullable<MealOverview["usualCarePoint"]>;

interface Usual extends Omit<Asking, "elder"> {
  readonly recent: readonly Booking[];
}

async function usualCarePoint({ recent, communityId, now }: Usual): Promise<UsualCarePoint | null> {
  const last = recent.find((booking) => !isAhead(booking, now)) ?? recent[0];
  const label = last && (await findCarePointLabels([last.carePointId])).get(last.carePointId);
  if (!label) return communityId ? findNearestCarePointWithService({ communityId, service: "meals" }) : null;
  const { id, name, phone } = label;
  const walkMinutes = communityId ? await findWalkMinutes({ communityId, carePointId: id }) : null;
  return { id, name, phone, walkMinutes };
}

interface Offers {
  readonly usual: UsualCarePoint;
  readonly recent: readonly Booking[];
  readonly now: number;
}

async function offersOf({ usual, recent, now }: Offers): Promise<Pick<MealOverview, "nextOpenMenu" | "repeat">> {
  const free = (await findSittings(usual.id, businessDay(now))).filter(isFreeFor(recent, now));
  const last = recent.find((booking) => booking.carePointId === usual.id && !isAhead(booking, now));
  const nextId = free[0]?._id;
  const repeatId = last && free.find(({ meal }) => meal === last.meal)?._id;
  const menus = await menusOf(nextId, repeatId);
  const nextMenu = menus.find(({ _id }) => _id === nextId);
  const menu = menus.find(({ _id }) => _id === repeatId) ?? null;
  return {
    nextOpenMenu: nextMenu ? presentMenu({ menu: nextMenu, place: usual, now }) : null,
    repeat: last ? repeatOrder({ last, menu, placeName: usual.name, now }) : null,
  };
}

/** Open, and no meal that she holds already, wherever it is. */
const isFreeFor =
  (recent: readonly Booking[], now: number) =>
  ({ serviceDate, meal, closesAt }: Sitting): boolean =>
    isOrderingOpen({ closesAt: closesAt.getTime(), now }) &&
    !recent.some((booking) => booking.date === serviceDate && booking.meal === meal);

async function menusOf(...ids: readonly (string | undefined)[]): Promise<MenuDocument[]> {
  const wanted = [...new Set(ids)].filter((id) => id !== undefined);
  return wanted.length > 0 ? findMenus(wanted) : [];
}
