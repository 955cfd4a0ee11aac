import { spawn } from "node:child_process";
import { constants } from "node:os";
import { root } from "./aliases.js";
import { fail, showProgress } from "./console.js";
import { ensureInstalled, requireNode } from "./ensure-install.js";
import { readEnvironment } from "./environment.js";
import { requireFreePort } from "./free-port.js";
import { isH5Fresh } from "./h5-build.js";
import { runQuietly } from "./run-quietly.js";

requireNode();
const environment = readEnvironment();
await requireFreePort(environment);
await ensureInstalled();
if (environment.ROLE !== "jobs") await ensureH5Built();
runServer();

async function ensureH5Built() {
  if (isH5Fresh()) return;
  await requireSettings();
  const done = showProgress("Building the H5 app (a minute or two)");
  const { passed, output } = await runQuietly(process.execPath, ["config/build.js", "h5"]);
  done();
  if (passed) return;
  process.stderr.write(output);
  fail("The H5 app could not be built: the lines above say why. Nothing was started.");
}

/** A wrong setting is told before the long step, not after it; the server reads them again, as on every start. */
async function requireSettings() {
  const script = ["--import", "tsx", "server/scripts/check-settings.ts"];
  const { passed, output } = await runQuietly(process.execPath, script, { env: environment });
  if (!passed) fail(output.trimEnd());
}

/**
 * The server gets a process group of its own: a terminal's Ctrl-C goes to the whole group and npm repeats it, while the
 * server must hear it once. The channel tells it when this process has died without a word.
 */
function runServer() {
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
    cwd: root,
    env: environment,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  let stopping = false;
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      if (!stopping) child.kill("SIGTERM");
      stopping = true;
    });
  }
  child.once("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}
