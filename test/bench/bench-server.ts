import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { root } from "../../config/aliases.js";
import { listening } from "../support/listening";
import type { Meter } from "./meter";

const READY_WITHIN_MS = 60_000;

/** A server under measurement, in a process of its own. */
export interface BenchServer {
  readonly name: string;
  readonly port: number;
  readonly pid: number;
  /** From its start to its first good answer. */
  readonly startedInMs: number;
  /** What its process says about itself. */
  ask(): Promise<Meter>;
  readonly stop: () => Promise<void>;
}

interface Start {
  readonly name: string;
  /** The program, from the repository's root. */
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts a program in production and waits until it answers. What it logs is written, and read by nobody. */
export async function startServer({ name, program, env }: Start): Promise<BenchServer> {
  const { port, close } = await listening(() => undefined);
  await close();
  const meter = pathToFileURL(join(root, "test/bench/meter.ts")).href;
  const begun = performance.now();
  const child = fork(join(root, program), {
    cwd: root,
    execArgv: ["--import", "tsx", "--import", meter],
    env: { PATH: process.env["PATH"] ?? "", NODE_ENV: "production", PORT: String(port), ...env },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const { pid = 0 } = child;
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  await untilAnswering({ child, name, port }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const startedInMs = performance.now() - begun;
  const ask = async () => {
    child.send("how much");
    const [said] = (await once(child, "message")) as [Meter];
    return said;
  };
  return { name, port, pid, startedInMs, ask, stop };
}

async function untilAnswering({ child, name, port }: { child: ChildProcess; name: string; port: number }) {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const status = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (answer) => answer.status,
      () => 0,
    );
    // 503: it listens and is not ready. Others know no such address and say so in their way.
    if (status !== 0 && status !== 503) return;
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(`${name} did not start`);
    await delay(20);
  }
}
