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
 * Forgets the last build, so that one which is broken off counts as stale.
 * @returns {() => void} call it when `dist/h5` is complete: it is then the build of the sources as they were at the start
 */
export function beginH5Build() {
  rmSync(RECORD, { force: true });
  const hash = hashSources();
  return () => {
    mkdirSync(resolve(root, "dist"), { recursive: true });
    writeFileSync(RECORD, hash);
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
