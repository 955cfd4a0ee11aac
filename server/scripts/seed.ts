import { createSealer } from "../core/crypto/sealer";
import { createActorCache } from "../core/http/actor-cache";
import { systemClock } from "../core/clock";
import { migrate } from "../core/db/migrate";
import { seedDemo } from "../demo/seed-demo";
import { withDatabase } from "./with-database";

/** npm run seed: writes the demo community into the embedded database, beside the running app or without it. */
await withDatabase(async (env) => {
  if (!env.isDemo)
    throw new Error("The demo community goes only into the embedded database, on loopback and outside production.");
  await migrate(systemClock);
  console.log("Writing the demo community ...");
  await seedDemo({ env, clock: systemClock, sealer: createSealer(env), actors: createActorCache(systemClock) });
  console.log("The demo community is there: sign in as one of its people on the app's sign-in page.");
});
