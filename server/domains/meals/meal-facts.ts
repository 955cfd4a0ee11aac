import type { Meal } from "@shared/domains/meals/meals.contract";
import { dateLabel } from "@server/core/calendar";
import type { MealFacts } from "@server/domains/notices/index";
import { mealNames } from "./wire-labels";

interface ToldMeal {
  readonly date: string;
  readonly meal: Meal;
  readonly servesFrom: string;
  readonly dishName: string;
  readonly bookingId: string;
}

/** A booking in the words of a notice. */
export const mealFacts = ({ date, meal, servesFrom, ...told }: ToldMeal, carePointName: string): MealFacts => ({
  when: `${dateLabel(date)} ${mealNames[meal]}`,
  servesFrom: `${yearDate(date)} ${servesFrom}`,
  carePointName,
  dishName: told.dishName,
  bookingId: told.bookingId,
});

/** "2026年11月23日" */
const yearDate = (date: string): string => {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${year}年${Number(month)}月${Number(day)}日`;
};
