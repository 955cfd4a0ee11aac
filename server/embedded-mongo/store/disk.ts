import { statfsSync } from "node:fs";
import { EngineError } from "../errors";

const hardlyAnyBytes = 1024 * 1024;

function freeBytes(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}

/** LMDB says "Input/output error" of a full disk too: the space that is left tells them apart. */
export function explainFailure(error: unknown, path: string): unknown {
  if (error instanceof EngineError || !(error instanceof Error)) return error;
  const full = /ENOSPC|No space left|MDB_MAP_FULL|EDQUOT/i.test(error.message);
  if (!full && freeBytes(path) > hardlyAnyBytes) return error;
  const sentence = `The disk that holds ${path} is full: nothing was written.`;
  process.stderr.write(`${sentence}\n`);
  return new EngineError(14031, sentence);
}
