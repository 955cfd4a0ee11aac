import { timeOfDay } from "@shared/core/dates";
import type { MealBooking, Menu, MenuDay } from "@shared/domains/meals/meals.contract";
import { isOrderingOpen } from "@shared/domains/meals/meals.rules";
import type { Booking } from "./booking";
import { isBookable } from "./is-bookable";
import type { MenuDish, MenuDocument } from "./menu.model";
import type { Sitting } from "./meals.queries";
import type { PlaceLabel } from "./places";
import { presentClosing, presentDay, presentPlace } from "./wire-labels";

interface Presenting {
  readonly place: PlaceLabel;
  readonly now: number;
}

interface PresentingMenu extends Presenting {
  readonly menu: MenuDocument;
  /** What whoever will eat it should know of a dish; nothing where nobody is known. */
  readonly warn?: (dish: MenuDish) => string[];
}

export const presentMenu = ({ menu, place, now, warn = () => [] }: PresentingMenu): Menu => ({
  id: menu._id,
  ...presentPlace(menu.carePointId, place),
  ...presentDay(menu, now),
  ...presentClosing(menu.closesAt, now),
  servesFrom: menu.servesFrom,
  servesUntil: menu.servesUntil,
  isOpen: isBookable(menu, now),
  modes: [...menu.modes],
  dishes: menu.dishes.map(({ soldOut, ...dish }) => ({
    ...dish,
    freeShown: soldOut ? 0 : dish.freeShown,
    warnings: warn(dish),
    allergens: [...dish.allergens],
    dietMarks: [...dish.dietMarks],
  })),
});

/** The strip of days above a menu, from sittings in their order. */
export function presentDays({ sittings, now }: { sittings: readonly Sitting[]; now: number }): MenuDay[] {
  const days = new Map<string, MenuDay>();
  for (const sitting of sittings) {
    const { serviceDate, meal } = sitting;
    const { dayLabel: label, dateLabel: long } = presentDay({ serviceDate, meal }, now);
    const day = days.get(serviceDate) ?? { serviceDate, dayLabel: label, dateLabel: long, meals: [] };
    day.meals.push({ meal, isOpen: isBookable(sitting, now) });
    days.set(serviceDate, day);
  }
  return [...days.values()];
}

interface PresentingBooking extends Presenting {
  readonly booking: Booking;
  /** Whether the person who asks may cancel it, were it open. */
  readonly mayCancel: boolean;
  /** Who booked it, and who cancelled it. */
  readonly labels: Pick<MealBooking, "bookedByLabel" | "cancelledLabel">;
}

export const presentBooking = ({ booking, place, now, mayCancel, labels }: PresentingBooking): MealBooking => ({
  id: booking.id,
  ...presentPlace(booking.carePointId, place),
  ...presentDay({ serviceDate: booking.date, meal: booking.meal }, now),
  ...presentClosing(booking.closesAt, now),
  servesFrom: booking.servesFrom,
  servesUntil: timeOfDay(booking.servesUntil.getTime()),
  menuId: booking.menuId,
  dishId: booking.dishId,
  dishName: booking.dishName,
  mode: booking.mode,
  state: booking.state,
  code: booking.code,
  priceLines: booking.priceLines.map(({ label, amountFen }) => ({ label, amountFen })),
  priceFen: booking.priceLines.reduce((sum, { amountFen }) => sum + amountFen, 0),
  ...labels,
  abilities: {
    cancel: mayCancel && booking.state === "booked" && isOrderingOpen({ closesAt: booking.closesAt.getTime(), now }),
  },
});
