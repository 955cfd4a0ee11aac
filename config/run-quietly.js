import { spawn } from "node:child_process";
import { constants } from "node:os";
import { root } from "./aliases.js";

/**
 * Runs a command to its end and keeps what it says for the case that it fails. The command and all it starts form a
 * group of their own, which ends together with this process when a signal ends that.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [where]
 * @returns {Promise<{ passed: boolean, output: string }>}
 */
export function runQuietly(command, args, { env = process.env, cwd = root } = {}) {
  return new Promise((settle) => {
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const forget = endOnSignal(() => child.pid && process.kill(-child.pid, "SIGTERM"));
    let output = "";
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const end = (/** @type {{ passed: boolean, output: string }} */ result) => {
      forget();
      settle(result);
    };
    child.once("error", (error) => end({ passed: false, output: error.message }));
    child.once("close", (code) => end({ passed: code === 0, output }));
  });
}

/**
 * @param {() => unknown} before what is to be done before this process ends
 * @returns {() => void} takes it back
 */
function endOnSignal(before) {
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    before();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.on(signal, end);
  return () => signals.forEach((signal) => process.off(signal, end));
}
