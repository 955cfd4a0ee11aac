import { businessDay, daysBetween, timeOfDay } from "@shared/core/dates";
import type { Meal, MealBooking, Menu, MenuDay } from "@shared/domains/meals/meals.contract";
import { isOrderingOpen } from "@shared/domains/meals/meals.rules";
import { dateLabel, dayLabel, shortDate } from "@server/core/calendar";
import { toInstant } from "@server/core/clock";
import type { Booking } from "./booking";
import type { MenuDocument } from "./menu.model";
import type { Sitting } from "./meals.queries";

/** What is said of the place beside its id. */
export interface PlaceLabel {
  readonly name: string;
  readonly phone: string;
}

const EVENING_FROM = "18:00";
const DAY_WORDS: Readonly<Record<number, string>> = { [-1]: "昨天", 0: "今天", 1: "明天", 2: "后天" };
const EVENING_WORDS: Readonly<Record<number, string>> = { [-1]: "昨晚", 0: "今晚", 1: "明晚" };

/** "今晚 20:00", "明天 10:00", "11月25日 20:00". */
export function closesLabel({ closesAt, now }: { closesAt: number; now: number }): string {
  const date = businessDay(closesAt);
  const time = timeOfDay(closesAt);
  const ahead = daysBetween(businessDay(now), date);
  const evening = time >= EVENING_FROM ? EVENING_WORDS[ahead] : undefined;
  return `${evening ?? DAY_WORDS[ahead] ?? shortDate(date)} ${time}`;
}

interface DayAndMeal {
  readonly serviceDate: string;
  readonly meal: Meal;
}

const presentDay = ({ serviceDate, meal }: DayAndMeal, now: number) => ({
  serviceDate,
  meal,
  dayLabel: dayLabel({ date: serviceDate, today: businessDay(now) }),
  dateLabel: dateLabel(serviceDate),
});

const presentPlace = (carePointId: string, place: PlaceLabel) => ({
  carePointId,
  carePointName: place.name,
  carePointPhone: place.phone,
});

const presentClosing = (closesAt: Date, now: number) => ({
  closesAt: toInstant(closesAt.getTime()),
  closesLabel: closesLabel({ closesAt: closesAt.getTime(), now }),
});

interface Presenting {
  readonly place: PlaceLabel;
  readonly now: number;
}

export const presentMenu = ({ menu, place, now }: Presenting & { menu: MenuDocument }): Menu => ({
  id: menu._id,
  ...presentPlace(menu.carePointId, place),
  ...presentDay(menu, now),
  ...presentClosing(menu.closesAt, now),
  servesFrom: menu.servesFrom,
  servesUntil: menu.servesUntil,
  isOpen: isOrderingOpen({ closesAt: menu.closesAt.getTime(), now }),
  modes: [...menu.modes],
  dishes: menu.dishes.map((dish) => ({
    ...dish,
    allergens: [...dish.allergens],
    dietMarks: [...dish.dietMarks],
  })),
});

/** The strip of days above a menu, from sittings in their order. */
export function presentDays({ sittings, now }: { sittings: readonly Sitting[]; now: number }): MenuDay[] {
  const days = new Map<string, MenuDay>();
  for (const { serviceDate, meal, closesAt } of sittings) {
    const { dayLabel: label, dateLabel: long } = presentDay({ serviceDate, meal }, now);
    const day = days.get(serviceDate) ?? { serviceDate, dayLabel: label, dateLabel: long, meals: [] };
    day.meals.push({ meal, isOpen: isOrderingOpen({ closesAt: closesAt.getTime(), now }) });
    days.set(serviceDate, day);
  }
  return [...days.values()];
}

interface PresentingBooking extends Presenting {
  readonly booking: Booking;
  /** Whether the person who asks may cancel it, were it open. */
  readonly mayCancel: boolean;
}

export const presentBooking = ({ booking, place, now, mayCancel }: PresentingBooking): MealBooking => ({
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
  abilities: {
    cancel: mayCancel && booking.state === "booked" && isOrderingOpen({ closesAt: booking.closesAt.getTime(), now }),
  },
});
