import type { Meal } from "@shared/domains/meals/meals.contract";
import { dateLabel, longDate } from "@server/core/calendar";
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
  servesFrom: `${longDate(date)} ${servesFrom}`,
  carePointName,
  dishName: told.dishName,
  bookingId: told.bookingId,
});
