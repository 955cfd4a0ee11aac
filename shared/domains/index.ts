import { accountsContract } from "./accounts/accounts.contract";
import { carePointsContract } from "./care-points/care-points.contract";
import { mealsContract } from "./meals/meals.contract";
import { regionsContract } from "./regions/regions.contract";

/** Every contract there is. The server must implement each; sweeps and OpenAPI walk this list. */
export const contracts = {
  accounts: accountsContract,
  regions: regionsContract,
  "care-points": carePointsContract,
  meals: mealsContract,
} as const;
