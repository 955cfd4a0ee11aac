import { setTimeout as delay } from "node:timers/promises";
import type { BenchServer } from "./bench-server";
import type { Figure } from "./figure";

/** After its start a process still tidies up. */
const SETTLES_MS = 3_000;
const START_SECONDS = 2.5;
const IDLE_MEGABYTES = 160;

/** P-B10: from the start of the API's process to its first 200, and what it holds in memory when nobody asks. */
export async function measureColdStart(start: () => Promise<BenchServer>, rounds: number): Promise<Figure[]> {
  const seconds: number[] = [];
  const megabytes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const server = await start();
    seconds.push(server.startedInMs / 1_000);
    await delay(SETTLES_MS);
    megabytes.push((await server.ask()).rss / 2 ** 20);
    await server.stop();
  }
  return [
    {
      id: "P-B10",
      what: "cold start to the first 200",
      unit: "s",
      values: seconds,
      limit: START_SECONDS,
      gates: false,
    },
    { id: "P-B10", what: "idle RSS", unit: "MB", values: megabytes, limit: IDLE_MEGABYTES, gates: false },
  ];
}
