import { createClient } from "@shared/core/endpoint";
import { menuPlanningContract } from "@shared/domains/meals/menu-planning.contract";
import { send } from "@miniapp/core/http";

export const menuPlanningApi = createClient(menuPlanningContract, send);
