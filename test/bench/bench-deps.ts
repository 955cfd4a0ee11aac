import { randomBytes } from "node:crypto";
import { systemClock } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import { createLogger } from "@server/core/logger";
import { createDeps } from "@server/create-deps";
import { readEnv } from "@server/env";
import { openOutside } from "@server/outside";

/** The settings that the measured server and the one who seeds its data share. */
export const benchSettings = (mongodbUri: string): Record<string, string> => ({
  NODE_ENV: "production",
  ROLE: "api",
  LOG_LEVEL: "info",
  MONGODB_URI: mongodbUri,
  FIELD_KEYS: `bench:${randomBytes(32).toString("base64")}`,
  INDEX_KEY: randomBytes(32).toString("base64"),
});

/** What builders need, by those settings. */
export async function benchDeps(settings: Readonly<Record<string, string>>): Promise<Deps> {
  const env = readEnv(settings);
  const { stop: _nothingToStop, ...ports } = await openOutside(env);
  return createDeps({ env, clock: systemClock, logger: createLogger({ level: "silent" }), ...ports });
}
