import { allergenWords, dietWords, type Allergen } from "@shared/core/diet";
import type { BookingState, Meal, MealBooking, Menu, ServingMode } from "@shared/domains/meals/meals.contract";
import { digitByDigit } from "@miniapp/ui/code-card";
import { yuan } from "@miniapp/ui/money";
import { plain, strong, wordsOf, type SentencePart } from "@miniapp/ui/sentence";

export { allergenWords, dietWords };

export const mealWords: Readonly<Record<Meal, string>> = { breakfast: "早饭", lunch: "午饭", dinner: "晚饭" };
const mealTimes: Readonly<Record<Meal, string>> = { breakfast: "早上", lunch: "中午", dinner: "傍晚" };
export const modeWords: Readonly<Record<ServingMode, string>> = { eat_in: "在食堂吃", pick_up: "自己取" };
export const stateWords: Readonly<Record<BookingState, string>> = {
  booked: "已订好",
  served: "吃过了",
  no_show: "没有来",
  cancelled: "取消了",
};

/** "明天午饭". */
export const mealTitle = ({ dayLabel, meal }: { dayLabel: string; meal: Meal }): string =>
  `${dayLabel}${mealWords[meal]}`;

/** "含鸡蛋、大豆"; empty when nothing is in it. */
export const allergenSentence = (allergens: readonly Allergen[]): string =>
  allergens.length === 0 ? "" : `含${allergens.map((allergen) => allergenWords[allergen]).join("、")}`;

interface Order {
  readonly menu: Pick<Menu, "dayLabel" | "dateLabel" | "meal" | "servesFrom" | "carePointName">;
  readonly dishName: string;
  readonly mode: ServingMode;
  /** For whom, when it is not for oneself. */
  readonly elderName?: string | undefined;
}

/** The whole order in one sentence, before it is confirmed, in parts. */
export function orderParts({ menu, dishName, mode, elderName }: Order): SentencePart[] {
  return [
    ...(elderName === undefined ? [] : [plain("替"), strong(elderName), plain("订：")]),
    plain(`${menu.dayLabel} `),
    strong(menu.dateLabel),
    plain(` ${mealTimes[menu.meal]} `),
    strong(menu.servesFrom),
    plain("，在"),
    strong(menu.carePointName),
    plain(mode === "eat_in" ? "吃，订 " : "取，订 "),
    strong(`1 份${dishName}`),
    plain("。"),
  ];
}

/** Until when a menu can be ordered, or that it is too late and what to do. */
export const orderingSentence = ({ isOpen, closesLabel }: { isOpen: boolean; closesLabel: string }): string =>
  isOpen ? `${closesLabel} 前可订` : "这一餐已经截止，急着要请打电话";

/** The whole booking in one sentence, as shown and read aloud, in parts. */
export const bookingParts = (booking: MealBooking): SentencePart[] => [
  plain(`${booking.dayLabel}${mealTimes[booking.meal]} `),
  strong(booking.servesFrom),
  plain("，"),
  strong(booking.carePointName),
  plain(`，${booking.dishName} 1 份，${modeWords[booking.mode]}，到了付 `),
  strong(`${yuan(booking.priceFen)} 元`),
  plain("。"),
];

/** The booking as a voice reads it, its code one digit at a time. */
export const spokenBooking = (booking: MealBooking): string => {
  const code = booking.code === null ? "" : `取餐码，${digitByDigit(booking.code)}。`;
  const by = booking.bookedByLabel === null ? "" : `${booking.bookedByLabel}。`;
  return `${wordsOf(bookingParts(booking))}${by}${code}`;
};
