import type { Deps } from "@server/core/deps";
import type { Job } from "@server/core/jobs/job";
import { PersonModel } from "@server/domains/accounts/person.model";
import { useRegionPacks } from "@server/domains/regions/index";
import { buildDemoBuildOut } from "./demo-build-out";
import { bindDemoFamily } from "./demo-family";
import { demoJobs, publishDemoMenus } from "./demo-menus";
import { placeDemoOrders } from "./demo-orders";
import { buildDemoPeople } from "./demo-people";
import { buildDemoNetwork } from "./demo-network";
import { addDemoPhotos } from "./demo-photos";
import { buildDemoPlaces } from "./demo-places";
import { buildDemoRecords } from "./demo-records";

type SeedDeps = Pick<Deps, "sealer" | "clock" | "actors" | "env">;

/**
 * Writes the demo community: places, two weeks of menus, orders, a family, people. The same on the same day however often it runs;
 * what stands is kept. For the embedded engine outside production on loopback only: whoever calls it has checked
 * `env.isDemo`.
 */
export async function seedDemo(deps: SeedDeps): Promise<void> {
  useRegionPacks(deps.env);
  await buildDemoPlaces(deps);
  await buildDemoNetwork(deps);
  await buildDemoBuildOut(deps);
  await addDemoPhotos(deps);
  await publishDemoMenus(deps);
  await placeDemoOrders(deps);
  await bindDemoFamily(deps);
  await buildDemoRecords(deps);
  // Last: a database with people counts as used, and a seeding that broke off is begun again.
  await buildDemoPeople(deps);
}

/**
 * Gets the demo ready: seeds a database that nobody has used yet.
 * @returns the jobs that keep it going
 */
export async function prepareDemo(deps: SeedDeps): Promise<readonly Job[]> {
  if ((await PersonModel.exists({})) === null) {
    process.stdout.write("第一次启动，正在准备演示社区……\n");
    await seedDemo(deps);
  }
  return demoJobs;
}
