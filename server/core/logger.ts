import { destination as openDestination, pino, type DestinationStream, type Logger } from "pino";
import type { LogLevel } from "../env";

export type { Logger } from "pino";

/** Lines leave the process this many bytes at a time, and at the latest after this many milliseconds. */
const TOGETHER = { minLength: 4_096, periodicFlush: 500 };

interface LoggerOptions {
  readonly level: LogLevel;
  /** Where the lines go; standard output unless a test collects them. */
  readonly destination?: DestinationStream;
}

/**
 * The program's log, one JSON object a line. Objects under `req` and `res` are dropped and errors are cut down to what
 * an allow-list names, so that a personal value cannot slip in with a new field (R-A3). What is still unwritten when the
 * process ends is written then; only a kill -9 loses the last half second.
 */
export function createLogger({ level, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: null,
    serializers: { err: describeError, req: () => undefined, res: () => undefined },
  };
  return pino(options, destination ?? openDestination({ ...TOGETHER, sync: false }));
}

/**
 * An error without its text: messages of a database or a parser quote the values they stumbled over. Name, code and
 * the places in our own sources are enough to find the fault.
 */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    at: placesOf(error),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Stack lines only, which name files and functions; the message above them is left out. */
const placesOf = ({ stack = "", message }: Error): string[] =>
  stack
    .replace(message, "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 8);
