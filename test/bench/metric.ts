import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { text } from "node:stream/consumers";
import type { BenchServer } from "./bench-server";

/** What a request costs its process. */
export interface Metric {
  readonly name: string;
  /** Whether a ratio of it may fail the run; time of a shared computer only warns. */
  readonly gates: boolean;
  /** What the body cost the server's process. */
  during(server: BenchServer, body: () => Promise<unknown>): Promise<number>;
}

const EVENT = "instructions:u";
const ATTACHES_WITHIN_MS = 300;

/** User instructions where this computer counts them, else CPU time. */
export function chooseMetric(): Metric {
  const { stderr, status } = spawnSync("perf", ["stat", "-x,", "-e", EVENT, "true"], { encoding: "utf8" });
  return status === 0 && countIn(stderr, EVENT) !== null ? counted(EVENT) : cpuTime;
}

/** The first column of perf's line about an event; null when it could not be counted. */
function countIn(lines: string, event: string): number | null {
  const count = lines
    .split("\n")
    .find((line) => line.includes(`,${event},`))
    ?.split(",")[0];
  return count !== undefined && Number(count) > 0 ? Number(count) : null;
}

const counted = (event: string): Metric => ({
  name: "user instructions (perf stat)",
  gates: true,
  during: async ({ pid }, body) => {
    const perf = spawn("perf", ["stat", "-x,", "-e", event, "-p", String(pid)], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    const said = text(perf.stderr);
    await delay(ATTACHES_WITHIN_MS);
    await body();
    const ended = once(perf, "exit");
    perf.kill("SIGINT");
    await ended;
    const count = countIn(await said, event);
    if (count === null) throw new Error(`perf did not count ${event}: ${await said}`);
    return count;
  },
});

const cpuTime: Metric = {
  name: "CPU time (process.cpuUsage)",
  gates: false,
  during: async (server, body) => {
    const before = await server.ask();
    await body();
    const after = await server.ask();
    return after.cpuMicros - before.cpuMicros;
  },
};
