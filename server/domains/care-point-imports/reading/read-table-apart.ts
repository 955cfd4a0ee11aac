import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Table } from "./read-table";
import { TableError, type TableProblem } from "./table-problem";

const PROJECT_ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const MAIN = "server/domains/care-point-imports/reading/read-table-main.ts";
/** Enough for the largest table that is taken; a file that wants more is refused with its process. */
const HEAP_MB = 512;
const READS_WITHIN_MS = 60_000;

/** One file after another: each may take half a gigabyte while it is read. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Reads a table in a process of its own, so that neither a large file nor a hostile one holds up or endangers the server.
 * @throws TableError for a file that is no table, or that took too much memory or time
 */
export function readTableApart(file: { readonly bytes: Buffer; readonly fileName: string }): Promise<Table> {
  const reading = before.then(() => readInProcess(file));
  before = reading.catch(() => undefined);
  return reading;
}

async function readInProcess({ bytes, fileName }: { readonly bytes: Buffer; readonly fileName: string }) {
  // Only the ending matters; nothing else of what somebody calls a file is given on.
  const ending = fileName.slice(fileName.lastIndexOf("."));
  const args = [`--max-old-space-size=${HEAP_MB}`, "--import", "tsx", MAIN, ending];
  const reader = spawn(process.execPath, args, { cwd: PROJECT_ROOT, stdio: ["pipe", "pipe", "ignore"] });
  const timer = setTimeout(() => reader.kill("SIGKILL"), READS_WITHIN_MS);
  const ended = once(reader, "close");
  reader.stdin.on("error", () => undefined); // of a reader that is gone; its end is told below
  reader.stdin.end(bytes);
  const rows: string[][] = [];
  try {
    for await (const line of createInterface({ input: reader.stdout })) rows.push(rowOf(line));
    const [code] = (await ended) as [number | null];
    if (code !== 0) throw new TableError("import_too_much_inside");
    return rows;
  } finally {
    clearTimeout(timer);
    reader.kill("SIGKILL");
  }
}

function rowOf(line: string): string[] {
  const told = JSON.parse(line) as string[] | { readonly problem: TableProblem };
  if (Array.isArray(told)) return told;
  throw new TableError(told.problem);
}
