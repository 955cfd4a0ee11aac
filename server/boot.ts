import { createApp } from "./app";
import { exportAuditHead } from "./core/audit/audit-heads";
import { systemClock } from "./core/clock";
import type { Deps } from "./core/deps";
import { listen, stopListening } from "./core/http/listen";
import { H5_FOLDER } from "./core/http/static-app";
import type { Job } from "./core/jobs/job";
import { runJobs } from "./core/jobs/run-jobs";
import type { Logger } from "./core/logger";
import { outboxRelay } from "./core/outbox/relay";
import { createDeps } from "./create-deps";
import { findActor } from "./domains/accounts/index";
import { allDomains } from "./domains/index";
import type { Env } from "./env";
import { openDatabase } from "./open-database";
import { openOutside } from "./outside";
import { isReady } from "./wanted-indexes";

/** A running server. */
export interface Program {
  readonly deps: Deps;
  /** Where it listens; null where it only does jobs. */
  readonly address: string | null;
  /** Lets requests and jobs finish, then closes the connections, the database last. */
  stop(): Promise<void>;
}

/** Together under ten seconds, with some left for the database. */
const REQUESTS_FINISH_WITHIN_MS = 5_000;
const JOBS_FINISH_WITHIN_MS = 3_000;

type Closers = (() => Promise<void>)[];

/**
 * Starts the program part by part: database, migrations, comparison of the indexes, jobs, and only then the address.
 * @throws what the failing part throws, after everything that had started is stopped again
 */
export async function boot({ env, logger }: { env: Env; logger: Logger }): Promise<Program> {
  const closers: Closers = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    await openDatabase({ env, logger, closers });
    const { stop: stopOutside, ...ports } = await openOutside(env);
    closers.push(stopOutside);
    const deps = createDeps({ env, logger, clock: systemClock, ...ports });
    const address = await startRoles({ deps, closers });
    return { deps, address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The demo and what it draws and writes with is loaded where there is one. */
async function prepareDemo(deps: Deps): Promise<readonly Job[]> {
  const demo = await import("./demo/seed-demo");
  return demo.prepareDemo(deps);
}

async function startRoles({ deps, closers }: { deps: Deps; closers: Closers }): Promise<string | null> {
  const { env } = deps;
  const ready = () => isReady(allDomains);
  const app = createApp({ deps, domains: allDomains, findActor, isReady: ready, appFolder: H5_FOLDER });
  const demoJobs = env.isDemo ? await prepareDemo(deps) : [];
  if (env.role !== "api") {
    const outbox = outboxRelay(allDomains.flatMap((domain) => domain.outbox ?? []));
    const jobs = [outbox, exportAuditHead, ...allDomains.flatMap((domain) => domain.jobs), ...demoJobs];
    const runner = await runJobs({ jobs, deps });
    closers.push(() => runner.stop({ graceMs: JOBS_FINISH_WITHIN_MS }));
  }
  if (env.role === "jobs") return null;
  const server = await listen({ handler: app.callback(), port: env.port, host: env.host });
  closers.push(() => stopListening(server, { graceMs: REQUESTS_FINISH_WITHIN_MS }));
  const bound = server.address();
  return `http://${env.host}:${typeof bound === "object" && bound ? bound.port : env.port}/`;
}
