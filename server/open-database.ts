import { systemClock } from "./core/clock";
import { connect, disconnect } from "./core/db/connect";
import { startEmbedded } from "./core/db/embedded";
import { migrate } from "./core/db/migrate";
import type { Logger } from "./core/logger";
import { allDomains } from "./domains/index";
import type { Env } from "./env";
import { assertIndexes } from "./wanted-indexes";

interface OpenOptions {
  readonly env: Env;
  readonly logger: Logger;
  /** Receives what undoes each step, as soon as it is done. */
  readonly closers: (() => Promise<void>)[];
}

/**
 * Connects to the database, the embedded one unless the settings name another, and brings it up to date.
 * @throws IndexError when it then still differs from what the models rely on
 */
export async function openDatabase({ env, logger, closers }: OpenOptions): Promise<void> {
  const engine = env.mongodbUri === null ? await startEmbedded({ dataDir: env.dataDir, log: logger }) : null;
  if (engine) closers.push(() => engine.stop());
  await connect({ uri: engine?.uri ?? env.mongodbUri ?? "" });
  closers.push(disconnect);
  await migrate(systemClock);
  await assertIndexes(allDomains);
}
