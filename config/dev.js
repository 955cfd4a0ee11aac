import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { root } from "./aliases.js";
import { ensureInstalled, requireNode } from "./ensure-install.js";
import { readEnvironment } from "./environment.js";
import { requireFreePort } from "./free-port.js";

requireNode();
const environment = readEnvironment();
await requireFreePort(environment);
await ensureInstalled();
const api = `http://${environment.HOST || "127.0.0.1"}:${environment.PORT || "3000"}`;
console.log(`The app with reload: http://127.0.0.1:10086, API and database behind it: ${api}. Ctrl-C ends both.`);

const server = runNode(["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "server/main.ts"], {});
const app = runNode(["node_modules/@tarojs/cli/bin/taro", "build", "--type", "h5", "--watch"], {
  NODE_ENV: "development",
  TARO_ENV: "h5",
  API_BEHIND: api,
});
const children = [server, app];
let stopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
for (const child of children) child.once("exit", stop);
await Promise.all(children.map((child) => once(child, "close")));

/** The server ends before the database it writes to: in groups of their own they hear a terminal's Ctrl-C once, from here. */
function stop() {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill("SIGTERM");
}

/** @param {string[]} args @param {Record<string, string>} settings */
function runNode([script = "", ...args], settings) {
  return spawn(process.execPath, [resolve(root, script), ...args], {
    cwd: root,
    env: { ...environment, ...settings },
    detached: true,
    stdio: ["ignore", "inherit", "inherit"],
  });
}
