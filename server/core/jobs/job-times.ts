import { Cron } from "croner";
import type { Job } from "./job";

const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 60_000;

/** The turn after `now`, epoch milliseconds. */
export function nextTurn({ every }: Pick<Job, "every">, now: number): number {
  if ("seconds" in every) return now + every.seconds * 1_000;
  const next = new Cron(every.cron, { timezone: "Asia/Shanghai" }).nextRun(new Date(now));
  if (!next) throw new Error(`cron line without a next turn: ${every.cron}`);
  return next.getTime();
}

/** The first turn of a job nobody has run yet: what repeats in seconds begins at once, a cron line waits for its hour. */
export const firstTurn = (job: Pick<Job, "every">, now: number): number =>
  "seconds" in job.every ? now : nextTurn(job, now);

/** When to try again after so many failures in a row: 5 s, doubling up to a minute, but not after the next turn. */
export function retryTurn({ job, failures, now }: { job: Pick<Job, "every">; failures: number; now: number }): number {
  const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 10));
  return Math.min(now + wait, nextTurn(job, now));
}
