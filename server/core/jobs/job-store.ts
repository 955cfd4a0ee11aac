import type { mongo } from "mongoose";
import type { Clock } from "../clock";
import { database } from "../db/connect";
import { newId } from "../ids";
import type { Job } from "./job";
import { firstTurn, nextTurn, retryTurn } from "./job-times";
import { JOBS_COLLECTION, type JobDocument } from "./jobs.model";

const FREE = new Date(0);

/** A job that this process may run until the lease ends. */
export interface Claim {
  readonly job: Job;
  readonly holder: string;
  readonly failures: number;
}

interface StoreOptions {
  readonly clock: Clock;
  readonly leaseMs: number;
}

/** Who runs what and when, in the database: every change is one conditional update of one job's document. */
export interface JobStore {
  /** Writes a job down; one whose rhythm changed starts anew. */
  register(job: Job): Promise<void>;
  dueNames(): Promise<string[]>;
  /** Null when another process was faster. */
  claim(job: Job): Promise<Claim | null>;
  prolong(claim: Claim): Promise<void>;
  succeed(claim: Claim): Promise<void>;
  fail(claim: Claim): Promise<void>;
}

export function createJobStore({ clock, leaseMs }: StoreOptions): JobStore {
  const jobs = database().collection<JobDocument>(JOBS_COLLECTION);
  const lease = () => new Date(clock.now() + leaseMs);
  const isDue = (): mongo.Filter<JobDocument> => {
    const now = new Date(clock.now());
    return { nextRunAt: { $lte: now }, lockedUntil: { $lte: now } };
  };
  const finish = ({ job, holder }: Claim, { nextRunAt, failures }: { nextRunAt: number; failures: number }) =>
    jobs.updateOne(
      { _id: job.name, holder },
      { $set: { nextRunAt: new Date(nextRunAt), lockedUntil: FREE, failures } },
    );
  return {
    register: async (job) => {
      const every = JSON.stringify(job.every);
      const nextRunAt = new Date(firstTurn(job, clock.now()));
      const fresh = { every, nextRunAt, lockedUntil: FREE, holder: "", failures: 0 };
      await jobs.updateOne({ _id: job.name }, { $setOnInsert: fresh }, { upsert: true });
      await jobs.updateOne({ _id: job.name, every: { $ne: every } }, { $set: { every, nextRunAt } });
    },
    dueNames: async () => (await jobs.find(isDue(), { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id),
    claim: async (job) => {
      const holder = newId();
      const claimed = await jobs.findOneAndUpdate(
        { _id: job.name, ...isDue() },
        { $set: { holder, lockedUntil: lease() } },
        { returnDocument: "after" },
      );
      return claimed && { job, holder, failures: claimed.failures };
    },
    prolong: async ({ job, holder }) => {
      await jobs.updateOne({ _id: job.name, holder }, { $set: { lockedUntil: lease() } });
    },
    succeed: async (claim) => {
      await finish(claim, { nextRunAt: nextTurn(claim.job, clock.now()), failures: 0 });
    },
    fail: async (claim) => {
      const failures = claim.failures + 1;
      const nextRunAt = retryTurn({ job: claim.job, failures, now: clock.now() });
      await finish(claim, { nextRunAt, failures });
    },
  };
}
