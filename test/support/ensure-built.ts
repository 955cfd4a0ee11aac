import { execFileSync } from "node:child_process";
import { mkdirSync, rmdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isH5Fresh, isWeappFresh } from "../../config/h5-build.js";
import { root } from "../../config/aliases.js";

type Target = "h5" | "weapp";

/** Longest time that building may take, milliseconds, for a test's own limit. */
export const BUILD_MS = 240_000;

const LOOK_EVERY_MS = 250;
const isFresh: Readonly<Record<Target, () => boolean>> = { h5: isH5Fresh, weapp: isWeappFresh };

/** Builds the app unless it is newer than its sources. Test files that need it at once wait for the first one. */
export async function ensureBuilt(target: Target): Promise<void> {
  const lock = join(root, `dist/${target}.building`);
  while (!isFresh[target]()) {
    if (!take(lock)) {
      await sleep(LOOK_EVERY_MS);
      continue;
    }
    try {
      execFileSync(process.execPath, [join(root, "config/build.js"), target], { cwd: root });
      return;
    } finally {
      rmdirSync(lock);
    }
  }
}

/** Whether this process is now the one that builds; a lock older than any build was left by one that was killed. */
function take(lock: string): boolean {
  mkdirSync(join(root, "dist"), { recursive: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const heldSince = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (heldSince !== undefined && Date.now() - heldSince > BUILD_MS) rmdirSync(lock);
    return false;
  }
}
