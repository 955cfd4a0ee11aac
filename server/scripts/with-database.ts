import { existsSync } from "node:fs";
import { connect, disconnect } from "../core/db/connect";
import { useRunningOrStart } from "../core/db/embedded";
import { createLogger } from "../core/logger";
import { readEnv, type Env } from "../env";
import { explainFailure } from "../explain-failure";

/**
 * Runs a command on the app's database, beside the running app or without it. Settings come from the environment and
 * `.env`; a failure ends the process with its message and exit code 1.
 */
export async function withDatabase(work: (env: Env) => Promise<void>): Promise<void> {
  let env: Env | undefined;
  try {
    if (existsSync(".env")) process.loadEnvFile(".env");
    env = readEnv(process.env);
    const engine = env.mongodbUri === null ? await openEngine(env) : undefined;
    try {
      await connect({ uri: engine?.uri ?? env.mongodbUri ?? "" });
      await work(env);
    } finally {
      await disconnect();
      await engine?.stop();
    }
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${explainFailure(error, env) ?? (error as Error).message}\n`);
  }
}

const openEngine = ({ dataDir }: Env) => useRunningOrStart({ dataDir, log: createLogger({ level: "warn" }) });
