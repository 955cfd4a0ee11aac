import { spawn } from "node:child_process";
import { mkdtempSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { MongoClient } from "mongodb";
import { root } from "./aliases.js";
import teardown from "./jest-teardown.js";

const STARTS_WITHIN_MS = 60_000;

/** Before the first test: the database of `MONGODB_URI`, else one embedded engine that all test files share. */
export default async function setup() {
  try {
    await startDatabase();
  } catch (error) {
    const reason = error.message;
    // Jest silences process.stdout before it exits for this reason, a plain write still arrives.
    process.once("exit", () => writeSync(1, `\nThe test database did not start: ${reason}\n0 passed, 1 failed\n`));
    throw error;
  }
}

async function startDatabase() {
  const own = process.env.MONGODB_URI ? undefined : await startEmbeddedEngine();
  globalThis.yikeTestEngine = own;
  // Jest ends on these without its teardown.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void teardown().then(() => process.exit(1)));
  process.env.TEST_MONGODB_URI = own?.uri ?? process.env.MONGODB_URI;
  process.env.TEST_MONGODB_ENGINE = await nameEngine(process.env.TEST_MONGODB_URI, own !== undefined);
}

async function startEmbeddedEngine() {
  const dataDir = mkdtempSync(join(tmpdir(), "yike-test-"));
  const main = "server/embedded-mongo/main.ts";
  const child = spawn(
    process.execPath,
    ["--import", "tsx", main, "--port", "0", "--data-dir", dataDir, "--parent-pipe"],
    { cwd: root, stdio: ["pipe", "pipe", "inherit"] },
  );
  return { child, dataDir, uri: await printedUri(child) };
}

async function printedUri(child) {
  const timer = setTimeout(() => child.kill("SIGKILL"), STARTS_WITHIN_MS);
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith("mongodb://")) continue;
    clearTimeout(timer);
    child.stdout.resume();
    return line.trim();
  }
  clearTimeout(timer);
  throw new Error("The embedded database ended before it printed its address.");
}

async function nameEngine(uri, isEmbedded) {
  const client = await MongoClient.connect(uri, {
    serverSelectionTimeoutMS: 5_000,
  });
  const { version } = await client.db("admin").command({ buildInfo: 1 });
  const status = await client
    .db("admin")
    .command({ serverStatus: 1 })
    .catch(() => ({}));
  await client.close();
  const name = isEmbedded ? "embedded" : (status.storageEngine?.name ?? "mongodb");
  return `${name} ${version}`;
}
