import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { root } from "./aliases.js";

/** What is there once a build is complete. */
const COMPLETE = { h5: "dist/h5/index.html", weapp: "dist/weapp/app.json" };
/** @typedef {keyof typeof COMPLETE} Target */
/** @param {Target} target */
const recordOf = (target) => resolve(root, `dist/${target}.sources`);
const SOURCES = ["miniapp", "shared", "config", "package.json", "package-lock.json", "tsconfig.json"];
const BUILD_CONFIG = new Set(["index.ts", "dev.ts", "prod.ts", "aliases.js", "build.js", "service-worker.js"]);

/** Whether `dist/h5` was built from exactly the sources that are here now. */
export const isH5Fresh = () => isFresh("h5");

/** The same of `dist/weapp`. */
export const isWeappFresh = () => isFresh("weapp");

/** @param {Target} target */
function isFresh(target) {
  const record = recordOf(target);
  if (!isComplete(target) || !existsSync(record)) return false;
  return readFileSync(record, "utf8") === hashSources();
}

export const beginH5Build = () => beginBuild("h5");

/** Whether a build left what makes it whole. @param {Target} target */
export const isComplete = (target) => existsSync(resolve(root, COMPLETE[target]));

/**
 * Clears the last build away: one that is broken off counts as stale, and Taro, which may fail without saying so, leaves
 * nothing of it behind.
 * @param {Target} target
 * @returns {() => void} call it when the build is complete: it is then that of the sources as they were at the start
 */
export function beginBuild(target) {
  const record = recordOf(target);
  rmSync(record, { force: true });
  rmSync(resolve(root, "dist", target), { recursive: true, force: true });
  const hash = hashSources();
  return () => {
    mkdirSync(resolve(root, "dist"), { recursive: true });
    writeFileSync(record, hash);
  };
}

function hashSources() {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap((name) => listFiles(resolve(root, name)))) {
    const name = relative(root, path);
    if (isSource(name)) hash.update(`${name}\0`).update(readFileSync(path)).update("\0");
  }
  return `${hash.digest("hex")}\n`;
}

/** Files below a path in a fixed order. @param {string} path @returns {string[]} */
function listFiles(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(resolve(path, name)));
}

/** @param {string} name */
function isSource(name) {
  if (name.startsWith("config/")) return BUILD_CONFIG.has(name.slice("config/".length));
  return name !== "shared/openapi.json";
}
