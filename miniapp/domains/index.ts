import type { PageRoutes } from "../core/page-routes";
import { accountsRoutes } from "./accounts/routes";
import { buildOutRoutes } from "./build-out/routes";
import { careNotesRoutes } from "./care-notes/routes";
import { carePointImportsRoutes } from "./care-point-imports/routes";
import { carePointPhotosRoutes } from "./care-point-photos/routes";
import { carePointRecordsRoutes } from "./care-point-records/routes";
import { carePointsRoutes } from "./care-points/routes";
import { familyRoutes } from "./family/routes";
import { mealsRoutes } from "./meals/routes";
import { networkRoutes } from "./network/routes";
import { noticesRoutes } from "./notices/routes";
import { reconciliationRoutes } from "./reconciliation/routes";
import { regionsRoutes } from "./regions/routes";

/** The pages of every domain; `app.config.ts` makes subpackages of them. */
export const routes: readonly PageRoutes[] = [
  ...accountsRoutes,
  ...regionsRoutes,
  ...carePointsRoutes,
  ...carePointRecordsRoutes,
  ...carePointPhotosRoutes,
  ...carePointImportsRoutes,
  ...networkRoutes,
  ...reconciliationRoutes,
  ...buildOutRoutes,
  ...familyRoutes,
  ...careNotesRoutes,
  ...mealsRoutes,
  ...noticesRoutes,
];
