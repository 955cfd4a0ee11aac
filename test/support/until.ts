import { setTimeout as delay } from "node:timers/promises";

/** Waits until something that another process does has come true; fails after fifty seconds: a busy machine takes its time. */
export async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 50_000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error("waited fifty seconds in vain");
    await delay(50);
  }
}
