import { once } from "node:events";
import { rmSync } from "node:fs";

const STOPS_WITHIN_MS = 10_000;

/** After the last test: stops the embedded engine, if this run started one, and deletes its folder. */
export default async function teardown() {
  const engine = globalThis.yikeTestEngine;
  if (!engine) return;
  if (engine.child.exitCode === null && engine.child.signalCode === null) {
    const timer = setTimeout(() => engine.child.kill("SIGKILL"), STOPS_WITHIN_MS);
    const ended = once(engine.child, "exit");
    engine.child.stdin.end();
    await ended;
    clearTimeout(timer);
  }
  rmSync(engine.dataDir, { recursive: true, force: true });
}
