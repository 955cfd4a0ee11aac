import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { root } from "./aliases.js";
import { fail, showProgress } from "./console.js";

const LOCK = resolve(root, "package-lock.json");
const INSTALLED_LOCK = resolve(root, "node_modules/.package-lock.json");
const STAMP = resolve(root, "node_modules/.yike-install");

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, dev?: boolean, devOptional?: boolean, peer?: boolean }} LockedPackage */

/**
 * Makes `node_modules` agree with `package-lock.json`, by `npm install` when it does not. Reads a few files when nothing is
 * to be done. Ends the process with one sentence and code 1 when Node is too old or npm fails.
 * @returns {Promise<void>}
 */
export async function ensureInstalled() {
  requireNode();
  const wanted = wantedState();
  if (readText(STAMP) === wanted) return;
  if (!installedByHand()) await install();
  mkdirSync(resolve(root, "node_modules"), { recursive: true });
  writeFileSync(STAMP, wanted);
}

/** Ends the process with one sentence when this Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `Yike needs Node 20.19 or newer, this is ${process.versions.node}: install a newer one from https://nodejs.org.`,
  );
}

/** What the stamp holds once this lock file is installed for this kind of computer. */
function wantedState() {
  const hash = createHash("sha256").update(readText(LOCK) || readText(resolve(root, "package.json")));
  return `${hash.digest("hex")} ${process.platform}-${process.arch} ${forProduction() ? "production" : "all"}\n`;
}

/** In production npm leaves the development packages out. */
function forProduction() {
  return process.env.NODE_ENV === "production";
}

/** Whether someone has already run npm: its own record of what it installed then holds every locked package. */
function installedByHand() {
  const locked = readPackages(LOCK);
  const installed = readPackages(INSTALLED_LOCK);
  if (!locked || !installed) return false;
  return Object.entries(locked).every(([path, entry]) => {
    if (path === "") return true;
    const found = installed[path];
    if (!found) return mayBeAbsent(entry);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** @param {LockedPackage} entry */
function mayBeAbsent(entry) {
  return Boolean(entry.optional || entry.devOptional || (entry.dev && forProduction()));
}

/** @param {string} path @returns {Record<string, LockedPackage> | undefined} */
function readPackages(path) {
  try {
    return JSON.parse(readText(path)).packages;
  } catch {
    return undefined;
  }
}

/**
 * `npm install` and not `npm ci`: it adds only what is missing, and it accepts a lock file that a registry without the
 * binaries of other platforms has written. The versions are the lock file's all the same, and it is not written to.
 */
async function install() {
  const done = showProgress("Installing packages (a few minutes the first time)");
  const code = await runNpm(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]);
  done();
  if (code === 0) return;
  fail(`Installing packages failed (npm ended with ${code}): see the lines above, check the network, run it again.`);
}

/** @param {string[]} args @returns {Promise<number | string>} exit code, signal or error code */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  const [file, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  return new Promise((settle) => {
    const child = spawn(file, [...first, ...args], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", (/** @type {NodeJS.ErrnoException} */ error) => settle(error.code ?? "error"));
    child.once("exit", (code, signal) => settle(signal ?? code ?? 1));
  });
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
