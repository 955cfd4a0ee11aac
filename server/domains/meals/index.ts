import { mealCounterContract } from "@shared/domains/meals/meal-counter.contract";
import { mealsContract } from "@shared/domains/meals/meals.contract";
import { menuPlanningContract } from "@shared/domains/meals/menu-planning.contract";
import { auditOnly } from "@server/core/audit/audit-event";
import type { Domain } from "@server/core/domain";
import { codeGuessesIndexes } from "./code-guesses.model";
import { counterActIndexes } from "./counter-act.model";
import { dishIndexes } from "./dish.model";
import { createMealCounterHandlers } from "./meal-counter.handlers";
import { mealCounterJobs } from "./meal-counter.jobs";
import { createMenuPlanningHandlers } from "./menu-planning.handlers";
import { createMealsHandlers } from "./meals.handlers";
import { createMealsPersonalData } from "./meals-personal-data";
import { mealsJobs } from "./meals.jobs";
import { menuEvents } from "./menu-events";
import { menuIndexes } from "./menu.model";
import { portionEvents } from "./portion-events";
import { portionIndexes } from "./portion.model";

export { hasMealsAhead } from "./meals-ahead.queries";

/** Meals for elders: menus of each sitting, and portions booked one by one. */
export const mealsDomain: Domain<typeof mealsContract> = {
  contract: mealsContract,
  createHandlers: createMealsHandlers,
  jobs: mealsJobs,
  createPersonalData: createMealsPersonalData,
  indexes: [menuIndexes, portionIndexes],
  outbox: [portionEvents],
};

/** The counter where meals are handed out, and how many there are. */
export const mealCounterDomain: Domain<typeof mealCounterContract> = {
  contract: mealCounterContract,
  createHandlers: createMealCounterHandlers,
  jobs: mealCounterJobs,
  indexes: [codeGuessesIndexes, counterActIndexes],
};

/** What a care point cooks, week by week. */
export const menuPlanningDomain: Domain<typeof menuPlanningContract> = {
  contract: menuPlanningContract,
  createHandlers: createMenuPlanningHandlers,
  jobs: [],
  indexes: [dishIndexes],
  outbox: [menuEvents, auditOnly("dishes")],
};
