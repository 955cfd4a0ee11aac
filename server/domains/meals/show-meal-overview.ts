import { businessDay } from "@shared/core/dates";
import type { MealOverview } from "@shared/domains/meals/meals.contract";
import { isStillServed } from "@shared/domains/meals/meals.rules";
import { todayLabel } from "@server/core/calendar";
import type { Actor } from "@server/core/policy";
import {
  findCarePointLabels,
  findNearestCarePointWithService,
  findWalkMinutes,
} from "@server/domains/care-points/index";
import type { Booking } from "./booking";
import { isBookable } from "./is-bookable";
import type { MenuDocument } from "./menu.model";
import { presentMenu } from "./meals.presenter";
import { findMenus, findRecentBookings, findSittings, type Sitting } from "./meals.queries";
import type { Reach } from "./reach";
import { repeatOrder } from "./repeat-order";
import { showBooking } from "./show-bookings";

interface Viewer {
  readonly actor: Actor;
  readonly reach: Reach;
}

interface Asking {
  /** Who asks, and about whom; null for a guest. */
  readonly viewer: Viewer | null;
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
export async function showMealOverview({ viewer, communityId, now }: Asking): Promise<MealOverview> {
  const recent = viewer ? await findRecentBookings(viewer.reach.elder) : [];
  const usual = await usualCarePoint({ recent, communityId, now });
  const next = recent.filter((booking) => isAhead(booking, now) && booking.state === "booked").at(-1);
  return {
    todayLabel: todayLabel(businessDay(now)),
    usualCarePoint: usual,
    nextBooking: viewer && next ? await showBooking({ ...viewer, booking: next, now }) : null,
    ...(usual ? await offersOf({ usual, recent, now }) : { nextOpenMenu: null, repeat: null }),
  };
}

const isAhead = ({ servesUntil }: Booking, now: number) => isStillServed({ servesUntil: servesUntil.getTime(), now });

type UsualCarePoint = NonNullable<MealOverview["usualCarePoint"]>;

interface Usual extends Omit<Asking, "viewer"> {
  readonly recent: readonly Booking[];
}

async function usualCarePoint({ recent, communityId, now }: Usual): Promise<UsualCarePoint | null> {
  const last = recent.find((booking) => !isAhead(booking, now)) ?? recent[0];
  const label = last && (await findCarePointLabels([last.carePointId])).get(last.carePointId);
  if (!label && communityId) {
    return findNearestCarePointWithService({ communityId, service: "meals", today: businessDay(now) });
  }
  if (!label) return null;
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
  (sitting: Sitting): boolean =>
    isBookable(sitting, now) &&
    !recent.some((booking) => booking.date === sitting.serviceDate && booking.meal === sitting.meal);

async function menusOf(...ids: readonly (string | undefined)[]): Promise<MenuDocument[]> {
  const wanted = [...new Set(ids)].filter((id) => id !== undefined);
  return wanted.length > 0 ? findMenus(wanted) : [];
}
