import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { root } from "./aliases.js";
import { ensureInstalled } from "./ensure-install.js";
import { runQuietly } from "./run-quietly.js";

await ensureInstalled();

const bin = (/** @type {string} */ name) => resolve(root, "node_modules/.bin", name);
const sides = ["config", "shared", "server", "miniapp", "test"].filter((side) => existsSync(resolve(root, side)));

/** @type {[name: string, command: string, args: string[]][]} */
const steps = [
  ["formatting", bin("prettier"), ["--check", "--log-level=warn", "."]],
  ["lint", bin("eslint"), ["-c", "config/eslint.config.js", "."]],
  ...["shared", "server", "miniapp", "test"].map(typesOf),
  ["imports", bin("depcruise"), ["-c", "config/dependency-cruiser.js", ...sides]],
  ["dead code", bin("knip"), ["-c", "config/knip.js", "--no-progress"]],
  ["generated files", process.execPath, ["--import", "tsx", "server/scripts/write-openapi.ts", "--check"]],
];
/** @type {typeof steps} */
const builds = [
  ["build weapp", process.execPath, ["config/build.js", "weapp"]],
  ["build h5", process.execPath, ["config/build.js", "h5"]],
];

/** @type {string[]} */
const failed = [];
for (const step of process.argv.includes("--fast") ? steps : [...steps, ...builds]) await runStep(step);
console.log(failed.length === 0 ? "All checks passed." : `${failed.length} failed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** @param {string} side @returns {(typeof steps)[number]} */
function typesOf(side) {
  return [`types of ${side}`, bin("tsc"), ["-p", side]];
}

/** Prints what a step said only when it failed. @param {(typeof steps)[number]} step */
async function runStep([name, command, args]) {
  const start = performance.now();
  const { passed, output } = await runQuietly(command, args);
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  console.log(`${passed ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (passed) return;
  failed.push(name);
  console.log(output.trimEnd());
}
