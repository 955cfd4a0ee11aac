import type { Deps } from "@server/core/deps";
import { PersonModel } from "@server/domains/accounts/person.model";
import { useRegionPacks } from "@server/domains/regions/index";
import { publishDemoMenus } from "./demo-menus";
import { placeDemoOrders } from "./demo-orders";
import { buildDemoPeople } from "./demo-people";
import { buildDemoPlaces } from "./demo-places";

type SeedDeps = Pick<Deps, "sealer" | "clock" | "actors" | "env">;

/**
 * Writes the demo community: places, two weeks of menus, orders, people. The same on the same day however often it runs;
 * what stands is kept. For the embedded engine outside production on loopback only: whoever calls it has checked
 * `env.isDemo`.
 */
export async function seedDemo(deps: SeedDeps): Promise<void> {
  useRegionPacks(deps.env);
  await buildDemoPlaces();
  await publishDemoMenus(deps);
  await placeDemoOrders(deps);
  // Last: a database with people counts as used, and a seeding that broke off is begun again.
  await buildDemoPeople(deps);
}

/** Whether nobody has used this database yet. */
export const isUnused = async (): Promise<boolean> => (await PersonModel.exists({})) === null;
