import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";

const ANSWERS_WITHIN_MS = 1_000;

interface EngineFile {
  pid: number;
  port: number;
  uri: string;
}

/** The connection string of the embedded engine that holds this data folder now, undefined when none answers. */
export async function findRunningEngine(dataDir: string): Promise<string | undefined> {
  const engine = await readEngineFile(join(dataDir, "engine.json"));
  if (engine === undefined || !isAlive(engine.pid)) return undefined;
  return (await accepts(engine.port)) ? engine.uri : undefined;
}

async function readEngineFile(path: string): Promise<EngineFile | undefined> {
  try {
    const content: unknown = JSON.parse(await readFile(path, "utf8"));
    return isEngineFile(content) ? content : undefined;
  } catch {
    return undefined; // absent, or cut short by a crash: either way nothing runs that could be used
  }
}

function isEngineFile(content: unknown): content is EngineFile {
  if (typeof content !== "object" || content === null) return false;
  const { pid, port, uri } = content as Record<string, unknown>;
  return Number.isInteger(pid) && Number.isInteger(port) && typeof uri === "string";
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ host: "127.0.0.1", port, timeout: ANSWERS_WITHIN_MS });
    const end = (answer: boolean) => {
      socket.destroy();
      settle(answer);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}
