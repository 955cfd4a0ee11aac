import { join } from "node:path";
import { root } from "../../config/aliases.js";
import { BUILD_MS, ensureBuilt } from "./ensure-built";

/** Where the WeChat app is built. */
export const WEAPP_BUILD = join(root, "dist/weapp");

/** Longest time that building may take, milliseconds, for a test's own limit. */
export const WEAPP_BUILD_MS = BUILD_MS;

/** Builds the WeChat app unless it is newer than its sources. */
export const ensureWeappBuilt = (): Promise<void> => ensureBuilt("weapp");
