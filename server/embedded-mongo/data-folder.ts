import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The form of the data this engine writes; a folder with a higher number is refused. */
export const formatNumber = 1;

/** Something the person who started the engine must hear: one sentence, exit code 1. */
export class StartRefused extends Error {}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readJson(path: string): Record<string, unknown> | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function writeJson(path: string, value: Record<string, unknown>): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(value)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function checkFormat(folder: string): void {
  const path = join(folder, "format.json");
  const format = readJson(path)?.["format"];
  if (typeof format === "number" && format > formatNumber) {
    throw new StartRefused(
      `The data in ${folder} has format ${format}, written by a newer version; this version reads format ${formatNumber}.`,
    );
  }
  if (format === undefined) writeJson(path, { format: formatNumber });
}

function takeLock(folder: string): void {
  const path = join(folder, "engine.json");
  const pid = readJson(path)?.["pid"];
  if (typeof pid === "number" && pid !== process.pid && isAlive(pid)) {
    throw new StartRefused(`The data folder ${folder} is in use by another engine (process ${pid}).`);
  }
  rmSync(path, { force: true });
  try {
    writeFileSync(path, `${JSON.stringify({ pid: process.pid })}\n`, { flag: "wx", mode: 0o600 });
  } catch {
    throw new StartRefused(`The data folder ${folder} is being taken by another engine.`);
  }
}

/** Makes the folder this process's own. Throws `StartRefused`. */
export function openDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartRefused(
      `The data folder ${folder} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  takeLock(folder);
  try {
    checkFormat(folder);
  } catch (error) {
    closeDataFolder(folder);
    throw error;
  }
}

/** Says where the running engine is reached. */
export function announce(folder: string, port: number, uri: string): void {
  writeJson(join(folder, "engine.json"), { pid: process.pid, port, uri });
}

export function closeDataFolder(folder: string): void {
  rmSync(join(folder, "engine.json"), { force: true });
}
