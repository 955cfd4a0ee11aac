import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runNode } from "../sweeps/commands/command";
import { listening } from "./listening";
import { until } from "./until";

const ROOT = resolve(import.meta.dirname, "../..");

/** The whole program as a process of its own, to be killed. */
export interface ApiProcess {
  readonly port: number;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts the program on a database, whose name the connection string ends with, and waits until it is ready. */
export async function startApi(mongodbUri: string): Promise<ApiProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), "yike-api-"));
  const port = await freePort();
  const settings = { NODE_ENV: "test", LOG_LEVEL: "error", PORT: String(port), DATA_DIR: dataDir };
  const program = runNode(["--import", "tsx", "server/main.ts"], {
    cwd: ROOT,
    env: { ...settings, MONGODB_URI: mongodbUri },
  });
  const kill = async () => {
    program.signal("SIGKILL");
    await program.ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  await until(async () => (await statusOf(port)) === 200);
  return { port, kill };
}

async function freePort(): Promise<number> {
  const { port, close } = await listening(() => undefined);
  await close();
  return port;
}

const statusOf = (port: number): Promise<number> =>
  fetch(`http://127.0.0.1:${port}/health/ready`).then(
    ({ status }) => status,
    () => 0,
  );
