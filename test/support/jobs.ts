import { allDomains } from "@server/domains/index";
import type { TestApp } from "./app";

/** Milliseconds. */
export const MINUTE = 60_000;

/** Does one turn of a job. @throws Error when there is none of that name */
export async function runJob({ deps }: Pick<TestApp, "deps">, name: string): Promise<void> {
  const job = allDomains.flatMap(({ jobs }) => jobs).find((known) => known.name === name);
  if (!job) throw new Error(`no job ${name}`);
  await job.run(deps);
}
