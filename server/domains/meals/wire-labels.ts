import { businessDay, daysBetween, timeOfDay } from "@shared/core/dates";
import type { Meal } from "@shared/domains/meals/meals.contract";
import { dateLabel, dayLabel, nearDay, shortDate } from "@server/core/calendar";
import { toInstant } from "@server/core/clock";
import type { PlaceLabel } from "./places";

export const mealNames = { breakfast: "早餐", lunch: "午饭", dinner: "晚饭" } as const satisfies Record<Meal, string>;

const EVENING_FROM = "18:00";
const EVENING_WORDS: Readonly<Record<number, string>> = { [-1]: "昨晚", 0: "今晚", 1: "明晚" };

/** "今晚 20:00", "明天 10:00", "11月25日 20:00". */
export function closesLabel({ closesAt, now }: { closesAt: number; now: number }): string {
  const date = businessDay(closesAt);
  const time = timeOfDay(closesAt);
  const ahead = daysBetween(businessDay(now), date);
  const evening = time >= EVENING_FROM ? EVENING_WORDS[ahead] : undefined;
  return `${evening ?? nearDay(ahead) ?? shortDate(date)} ${time}`;
}

interface DayAndMeal {
  readonly serviceDate: string;
  readonly meal: Meal;
}

/** A day as menus and bookings name it. */
export const presentDay = ({ serviceDate, meal }: DayAndMeal, now: number) => ({
  serviceDate,
  meal,
  dayLabel: dayLabel({ date: serviceDate, today: businessDay(now) }),
  dateLabel: dateLabel(serviceDate),
});

export const presentPlace = (carePointId: string, place: PlaceLabel) => ({
  carePointId,
  carePointName: place.name,
  carePointPhone: place.phone,
});

export const presentClosing = (closesAt: Date, now: number) => ({
  closesAt: toInstant(closesAt.getTime()),
  closesLabel: closesLabel({ closesAt: closesAt.getTime(), now }),
});
