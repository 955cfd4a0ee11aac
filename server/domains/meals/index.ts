import { mealsContract } from "@shared/domains/meals/meals.contract";
import type { Domain } from "@server/core/domain";
import { createMealsHandlers } from "./meals.handlers";
import { mealsJobs } from "./meals.jobs";
import { menuIndexes } from "./menu.model";
import { portionEvents } from "./portion-events";
import { portionIndexes } from "./portion.model";

/** Meals for elders: menus of each sitting, and portions booked one by one. */
export const mealsDomain: Domain<typeof mealsContract> = {
  contract: mealsContract,
  createHandlers: createMealsHandlers,
  jobs: mealsJobs,
  indexes: [menuIndexes, portionIndexes],
  outbox: [portionEvents],
};
