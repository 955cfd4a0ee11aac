import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface OwnEngine {
  uri: string;
  pid: number;
  /** kill -9, and waits until the process is gone. */
  kill(): Promise<void>;
  /** Closes the parent's pipe, as a parent that died would; gives the exit code. */
  closePipe(): Promise<number | null>;
}

export interface EngineRun {
  code: number | null;
  /** What it wrote on both outputs. */
  output: string;
}

function spawnEngine(words: string[]) {
  const program = ["--import", "tsx", "server/embedded-mongo/main.ts", ...words];
  return spawn(process.execPath, program, { cwd: ROOT, stdio: ["pipe", "pipe", "pipe"] });
}

/** An embedded engine of the test's own, on a free port, to be killed and started again. */
export async function startEngine(dataDir: string, ...words: string[]): Promise<OwnEngine> {
  const child = spawnEngine(["--port", "0", "--data-dir", dataDir, "--parent-pipe", ...words]);
  let complaint = "";
  child.stderr.on("data", (chunk) => (complaint += String(chunk)));
  const exited = once(child, "exit");
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith("mongodb://")) continue;
    child.stdout.resume();
    return {
      uri: line,
      pid: child.pid ?? 0,
      kill: async () => {
        child.kill("SIGKILL");
        await exited;
      },
      closePipe: async () => {
        child.stdin.end();
        const [code] = await exited;
        return code as number | null;
      },
    };
  }
  throw new Error(`the engine did not start: ${complaint}`);
}

/** Runs the engine's program to its end, for starts that must fail and for `--check`. */
export async function runEngine(...words: string[]): Promise<EngineRun> {
  const child = spawnEngine(words);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  const [code] = await once(child, "exit");
  return { code: code as number | null, output };
}
