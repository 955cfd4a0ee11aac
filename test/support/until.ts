import { setTimeout as delay } from "node:timers/promises";

/** Waits until something that another process does has come true; fails after twenty seconds. */
export async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error("waited twenty seconds in vain");
    await delay(50);
  }
}
