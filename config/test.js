import { spawn } from "node:child_process";
import { constants } from "node:os";
import { resolve } from "node:path";
import { root } from "./aliases.js";
import { ensureInstalled } from "./ensure-install.js";

await ensureInstalled();

const jest = resolve(root, "node_modules/jest/bin/jest.js");
const child = spawn(
  process.execPath,
  [
    "--experimental-vm-modules",
    "--disable-warning=ExperimentalWarning",
    jest,
    "-c",
    resolve(root, "config/jest.config.js"),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: "inherit" },
);
// Jest gets the terminal's signal itself; waiting for it lets its teardown stop the database.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  process.exitCode = signal ? 128 + constants.signals[signal] : (code ?? 1);
});
