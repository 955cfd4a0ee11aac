import { setTimeout as delay } from "node:timers/promises";
import { systemClock } from "@server/core/clock";
import { connect, database } from "@server/core/db/connect";
import type { Deps } from "@server/core/deps";
import type { Job } from "@server/core/jobs/job";
import { runJobs } from "@server/core/jobs/run-jobs";
import { createLogger } from "@server/core/logger";

/**
 * A process that runs one job, to be killed: `job-worker.ts <uri> <database> <every seconds> <takes ms, or "hang">`.
 * Each run is written down when it begins and when it ends.
 */
const [, , uri = "", dbName = "", seconds = "", takes = ""] = process.argv;

const probe: Job = {
  name: "probe.run",
  every: { seconds: Number(seconds) },
  run: async () => {
    const runs = database().collection("runs");
    const { insertedId } = await runs.insertOne({ pid: process.pid, begun: Date.now(), ended: null });
    if (takes === "hang") await new Promise(() => undefined);
    await delay(Number(takes));
    await runs.updateOne({ _id: insertedId }, { $set: { ended: Date.now() } });
  },
};

await connect({ uri, dbName });
const deps = { clock: systemClock, logger: createLogger({ level: "warn" }) } as unknown as Deps;
await runJobs({ jobs: [probe], deps, leaseMs: 2_000, pollMs: 50 });
process.stdout.write("ready\n");
