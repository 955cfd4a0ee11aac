import { createClient } from "@shared/core/endpoint";
import { mealCounterContract } from "@shared/domains/meals/meal-counter.contract";
import { send } from "@miniapp/core/http";

export const mealCounterApi = createClient(mealCounterContract, send);
