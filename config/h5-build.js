import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { root } from "./aliases.js";

const PAGE = resolve(root, "dist/h5/index.html");
const RECORD = resolve(root, "dist/h5.sources");
const SOURCES = ["miniapp", "shared", "config", "package.json", "package-lock.json", "tsconfig.json"];
const BUILD_CONFIG = new Set(["index.ts", "dev.ts", "prod.ts", "aliases.js", "build.js"]);

/** Whether `dist/h5` was built from exactly the sources that are here now. */
export function isH5Fresh() {
  return existsSync(PAGE) && existsSync(RECORD) && readFileSync(RECORD, "utf8") === hashSources();
}

/**
 * Runs a build of `dist/h5` between forgetting the last one and recording this one, so that a build which was broken
 * off, or whose sources changed meanwhile, counts as stale.
 * @param {() => Promise<boolean>} build whether it succeeded
 * @returns {Promise<boolean>}
 */
export async function recordH5Build(build) {
  rmSync(RECORD, { force: true });
  const hash = hashSources();
  if (!(await build())) return false;
  mkdirSync(resolve(root, "dist"), { recursive: true });
  writeFileSync(RECORD, hash);
  return true;
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
