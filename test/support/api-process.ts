import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runNode, type Command } from "../sweeps/commands/command";
import { listening } from "./listening";
import { until } from "./until";

const ROOT = resolve(import.meta.dirname, "../..");

/** The whole program as a process of its own on one port, to be killed and started again. */
export interface ApiProcess {
  readonly port: number;
  /** Resolves once it answers that it is ready. */
  start(): Promise<void>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
  /** Ends it for good and deletes its folder. */
  close(): Promise<void>;
}

/** @param mongodbUri with the name of the database */
export async function apiProcess({ mongodbUri }: { mongodbUri: string }): Promise<ApiProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), "yike-api-"));
  const port = await freePort();
  const env = {
    NODE_ENV: "test",
    LOG_LEVEL: "error",
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    MONGODB_URI: mongodbUri,
  };
  let process: Command | undefined;
  const start = async () => {
    process = runNode(["--import", "tsx", "server/main.ts"], { cwd: ROOT, env });
    await until(async () => (await statusOf(port)) === 200);
  };
  const kill = async () => {
    process?.signal("SIGKILL");
    await process?.ended;
    process = undefined;
  };
  const close = async () => {
    await kill();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { port, start, kill, close };
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
