import { createClient } from "@shared/core/endpoint";
import { mealsContract } from "@shared/domains/meals/meals.contract";
import { send } from "@miniapp/core/http";

export const mealsApi = createClient(mealsContract, send);
