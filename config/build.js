import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { Script } from "node:vm";
import { root } from "./aliases.js";
import { fail } from "./console.js";
import { ensureInstalled } from "./ensure-install.js";
import { readEnvironment } from "./environment.js";
import { beginBuild, isComplete } from "./h5-build.js";
import { writeServiceWorker } from "./service-worker.js";
import { h5FirstLoad, kilobytes, weappPackages } from "./package-sizes.js";

const target = process.argv[2];
if (target !== "h5" && target !== "weapp") fail("Say what to build: node config/build.js h5, or weapp.");
await ensureInstalled();
const recordBuild = beginBuild(target);
const code = await runTaro();
if (code !== 0 || !isComplete(target)) fail(`The ${target} build failed: the lines above say why.`);
if (target === "h5") writeServiceWorker(resolve(root, "dist/h5"));
const files = listFiles(resolve(root, "dist", target));
const broken = files.filter((file) => file.endsWith(".js")).flatMap(syntaxError);
if (broken.length > 0) fail(`The ${target} build wrote scripts that do not parse:\n${broken.join("\n")}`);
recordBuild();
process.stdout.write(`${report()}\n`);

/** @returns {Promise<number>} */
function runTaro() {
  const cli = resolve(root, "node_modules/@tarojs/cli/bin/taro");
  const environment = { ...readEnvironment(), NODE_ENV: "production", TARO_ENV: target };
  return new Promise((settle) => {
    const child = spawn(process.execPath, [cli, "build", "--type", target], {
      cwd: root,
      env: environment,
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("exit", (exitCode) => settle(exitCode ?? 1));
  });
}

/** Taro's minimizer has written pages that no engine reads; each emitted script is parsed once here. @param {string} file */
function syntaxError(file) {
  try {
    new Script(readFileSync(file, "utf8"), { filename: file });
    return [];
  } catch (error) {
    return [`${relative(root, file)}: ${error.message}`];
  }
}

/** What the budgets are about: on H5 what the first page loads, in WeChat the main package and each other one. */
function report() {
  const size = (bytes) => `${kilobytes(bytes)} KB`;
  if (target === "h5") {
    const first = h5FirstLoad();
    return `first load, but for the page's own few: ${size(first.bytes)} gzip of ${first.files.join(", ")}`;
  }
  const lines = [...weappPackages()].map(([name, bytes]) => `${name || "main package"}: ${size(bytes)}`);
  return lines.join("\n");
}

/** @param {string} folder @returns {string[]} */
function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
