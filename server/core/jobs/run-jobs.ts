import { setTimeout as delay } from "node:timers/promises";
import type { Deps } from "../deps";
import type { Job } from "./job";
import { createJobStore, type Claim, type JobStore } from "./job-store";

const LEASE_MS = 30_000;
const POLL_MS = 1_000;

export interface JobRunner {
  /**
   * Starts nothing more and waits for what runs, at most the grace period in milliseconds. What is still running then
   * is run again once its lease has ended.
   */
  stop(options: { readonly graceMs: number }): Promise<void>;
}

interface RunOptions {
  readonly jobs: readonly Job[];
  readonly deps: Deps;
  /** How long a run that died keeps others off, milliseconds. */
  readonly leaseMs?: number;
  readonly pollMs?: number;
}

/**
 * Runs each job in its rhythm, in one process at a time: a run holds a lease that it prolongs while it lasts. A run
 * whose process died is repeated once the lease has ended, a run that failed after a pause; hence a job must bear being
 * run twice.
 *
 * Not agenda 6.2: it writes the next turn down before it runs a job, so one whose process is killed is not repeated when
 * its lock ends but waits for that next turn: an hourly one up to an hour, a nightly one until the next night.
 */
export async function runJobs({ jobs, deps, leaseMs = LEASE_MS, pollMs = POLL_MS }: RunOptions): Promise<JobRunner> {
  const store = createJobStore({ clock: deps.clock, leaseMs });
  for (const job of jobs) await store.register(job);
  const running = new Map<string, Promise<void>>();
  let isStopping = false;
  const start = (job: Job) => {
    if (isStopping || running.has(job.name)) return;
    running.set(
      job.name,
      runOnce({ job, store, deps, leaseMs }).finally(() => running.delete(job.name)),
    );
  };
  const poll = async () => {
    try {
      const due = new Set(await store.dueNames());
      for (const job of jobs) if (due.has(job.name)) start(job);
    } catch (error) {
      deps.logger.warn({ err: error }, "jobs wait for the database");
    }
  };
  const timer = setInterval(() => void poll(), pollMs);
  return {
    stop: async ({ graceMs }) => {
      isStopping = true;
      clearInterval(timer);
      const abort = new AbortController();
      const late = delay(graceMs, undefined, { signal: abort.signal }).catch(() => undefined);
      await Promise.race([Promise.all(running.values()), late]);
      abort.abort();
    },
  };
}

interface Run {
  readonly job: Job;
  readonly store: JobStore;
  readonly deps: Deps;
  readonly leaseMs: number;
}

/** Never throws: what goes wrong is logged, and the lease brings the job back. */
async function runOnce({ job, store, deps, leaseMs }: Run): Promise<void> {
  try {
    const claim = await store.claim(job);
    if (!claim) return;
    const isDone = await runClaimed({ claim, store, deps, leaseMs });
    await (isDone ? store.succeed(claim) : store.fail(claim));
  } catch (error) {
    deps.logger.warn({ job: job.name, err: error }, "job waits for the database");
  }
}

async function runClaimed({ claim, store, deps, leaseMs }: Omit<Run, "job"> & { claim: Claim }): Promise<boolean> {
  const { job } = claim;
  const renewal = setInterval(() => {
    store
      .prolong(claim)
      .catch((error: unknown) => deps.logger.warn({ job: job.name, err: error }, "lease not prolonged"));
  }, leaseMs / 3);
  try {
    await job.run(deps);
    return true;
  } catch (error) {
    deps.logger.error({ job: job.name, err: error }, "job failed");
    return false;
  } finally {
    clearInterval(renewal);
  }
}
