import { execFileSync } from "node:child_process";
import { mkdirSync, rmdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isWeappFresh } from "../../config/h5-build.js";
import { root } from "../../config/aliases.js";

/** Where the WeChat app is built. */
export const WEAPP_BUILD = join(root, "dist/weapp");

/** Longest time that building may take, milliseconds, for a test's own limit. */
export const WEAPP_BUILD_MS = 240_000;

const LOCK = join(root, "dist/weapp.building");
const LOOK_EVERY_MS = 250;

/** Builds the WeChat app unless it is newer than its sources. Test files that need it at once wait for the first one. */
export async function ensureWeappBuilt(): Promise<void> {
  while (!isWeappFresh()) {
    if (!lock()) {
      await sleep(LOOK_EVERY_MS);
      continue;
    }
    try {
      execFileSync(process.execPath, [join(root, "config/build.js"), "weapp"], { cwd: root });
      return;
    } finally {
      rmdirSync(LOCK);
    }
  }
}

/** Whether this process is now the one that builds; a lock older than any build was left by one that was killed. */
function lock(): boolean {
  mkdirSync(join(root, "dist"), { recursive: true });
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const heldSince = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs;
    if (heldSince !== undefined && Date.now() - heldSince > WEAPP_BUILD_MS) rmdirSync(LOCK);
    return false;
  }
}
