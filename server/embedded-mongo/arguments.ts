import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { StartRefused } from "./data-folder";

export interface Arguments {
  port: number;
  dataFolder: string;
  check: boolean;
  parentPipe: boolean;
  transactionLifetimeMilliseconds: number;
}

function readNumber(name: string, value: string | undefined, limits: { missing: number; most: number }): number {
  if (value === undefined) return limits.missing;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= limits.most) return number;
  throw new StartRefused(`${name} must be a whole number from 0 to ${limits.most}, not "${value}".`);
}

const options = {
  port: { type: "string" },
  "data-dir": { type: "string" },
  check: { type: "boolean" },
  "parent-pipe": { type: "boolean" },
  "transaction-lifetime-ms": { type: "string" },
} as const;

/** Reads the command line. Throws `StartRefused` with the sentence to print. */
export function readArguments(words: string[]): Arguments {
  try {
    const { values } = parseArgs({ args: words, options });
    return {
      port: readNumber("--port", values.port, { missing: 27100, most: 65535 }),
      dataFolder: resolve(values["data-dir"] ?? ".data/mongo"),
      check: values.check === true,
      parentPipe: values["parent-pipe"] === true,
      transactionLifetimeMilliseconds: readNumber("--transaction-lifetime-ms", values["transaction-lifetime-ms"], {
        missing: 60_000,
        most: 86_400_000,
      }),
    };
  } catch (error) {
    throw new StartRefused(error instanceof Error ? error.message : String(error));
  }
}
