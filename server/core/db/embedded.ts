import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import { findRunningEngine } from "./running-engine";

const PROJECT_ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const STARTS_WITHIN_MS = 30_000;
const STOPS_WITHIN_MS = 10_000;

const DATABASE = "yike";

type Engine = ChildProcessByStdio<Writable, Readable, Readable>;

/** A database on this computer's loopback address. */
export interface EmbeddedDatabase {
  /** Connection string with the app's database in it. */
  uri: string;
  /** Ends the engine after its last write; does nothing to an engine that another process started. */
  stop(): Promise<void>;
}

interface EmbeddedOptions {
  /** Folder of the database files; made when it is missing. */
  dataDir: string;
  log: Pick<Logger, "warn" | "fatal">;
}

/**
 * Starts the embedded engine on a free loopback port and waits until it answers.
 * @throws Error whose message is a sentence for the operator: folder in use by another engine, not writable, too new.
 */
export async function startEmbedded({ dataDir, log }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const engine = spawnEngine(dataDir);
  const errors = createInterface({ input: engine.stderr });
  const uri = await readUri(engine, errors);
  errors.on("line", (line) => log.warn({ engine: line }, "embedded database"));
  engine.once("exit", (code, signal) => {
    if (!engine.stdin.writableEnded) log.fatal({ code, signal }, "the embedded database ended by itself");
  });
  return { uri: withDatabase(uri), stop: () => stopEngine(engine) };
}

/** For scripts beside a running app: the engine that already serves this folder, else one of its own. */
export async function useRunningOrStart(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const uri = await findRunningEngine(options.dataDir);
  return uri === undefined ? startEmbedded(options) : { uri: withDatabase(uri), stop: () => Promise.resolve() };
}

function withDatabase(uri: string): string {
  const address = new URL(uri);
  address.pathname = `/${DATABASE}`;
  return address.href;
}

/**
 * In a process group of its own, because a terminal's Ctrl-C reaches the whole group at once and the database must
 * outlive the server that still writes. It ends when our end of its standard input closes, however we die.
 */
function spawnEngine(dataDir: string): Engine {
  const main = "server/embedded-mongo/main.ts";
  const args = ["--import", "tsx", main, "--port", "0", "--data-dir", dataDir, "--parent-pipe"];
  const engine = spawn(process.execPath, args, { cwd: PROJECT_ROOT, detached: true, stdio: ["pipe", "pipe", "pipe"] });
  engine.stdin.on("error", () => undefined); // the pipe of an engine that is gone; its exit is reported elsewhere
  return engine;
}

async function readUri(engine: Engine, errors: Interface): Promise<string> {
  const complaints: string[] = [];
  const complain = (line: string) => complaints.push(line);
  errors.on("line", complain);
  const timer = setTimeout(() => engine.kill("SIGKILL"), STARTS_WITHIN_MS);
  const closed = once(engine, "close");
  try {
    for await (const line of createInterface({ input: engine.stdout })) {
      if (line.startsWith("mongodb://")) return line.trim();
    }
    await closed;
    throw new Error(explainEnd(engine, complaints));
  } finally {
    clearTimeout(timer);
    errors.off("line", complain);
    engine.stdout.resume();
  }
}

function explainEnd(engine: Engine, complaints: readonly string[]): string {
  const limit = `The embedded database did not start within ${STARTS_WITHIN_MS / 1_000} s.`;
  if (engine.signalCode === "SIGKILL") return limit;
  return complaints.at(-1) ?? `The embedded database ended with ${String(engine.exitCode)} before it answered.`;
}

async function stopEngine(engine: Engine): Promise<void> {
  if (engine.exitCode !== null || engine.signalCode !== null) return;
  const exited = once(engine, "exit");
  const timer = setTimeout(() => engine.kill("SIGKILL"), STOPS_WITHIN_MS);
  engine.stdin.end();
  await exited;
  clearTimeout(timer);
}
