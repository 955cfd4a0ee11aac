import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const LINE_WITHIN_MS = 60_000;

interface CommandOptions {
  cwd: string;
  /** Set over the environment of the test, without its database. */
  env?: Record<string, string>;
}

export interface Command {
  /** What it has printed so far, on both channels. */
  lines: string[];
  pid: number;
  /** The first line that matches, as soon as it is there; fails when the command ends without it. */
  line(pattern: RegExp): Promise<string>;
  /** Sends a signal to its whole process group, as a terminal's Ctrl-C does. */
  signalGroup(signal: NodeJS.Signals): void;
  signal(signal: NodeJS.Signals): void;
  /** Exit code; null when a signal ended it. */
  ended: Promise<number | null>;
}

/** Runs `node ...args` as the leader of a process group of its own. */
export function runNode(args: string[], { cwd, env = {} }: CommandOptions): Command {
  const { MONGODB_URI: _, ...inherited } = process.env;
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...inherited, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`node ${args.join(" ")} did not start`);
  const lines: string[] = [];
  const readers = [createInterface({ input: child.stdout }), createInterface({ input: child.stderr })];
  for (const reader of readers) reader.on("line", (text) => lines.push(text));
  const ended = once(child, "close").then(([code]) => code as number | null);
  const line = (pattern: RegExp) =>
    new Promise<string>((found, failed) => {
      const look = () => {
        const match = lines.find((text) => pattern.test(text));
        if (match !== undefined) settle(() => found(match));
      };
      const giveUp = (why: string) =>
        settle(() => failed(new Error(`${why} ${String(pattern)}:\n${lines.join("\n")}`)));
      const timer = setTimeout(() => giveUp("no line in time matched"), LINE_WITHIN_MS);
      const settle = (end: () => void) => {
        clearTimeout(timer);
        for (const reader of readers) reader.off("line", look);
        end();
      };
      for (const reader of readers) reader.on("line", look);
      void ended.then(() => giveUp("the command ended without"));
      look();
    });
  return {
    lines,
    pid,
    line,
    ended,
    signalGroup: (signal) => process.kill(-pid, signal),
    signal: (signal) => process.kill(pid, signal),
  };
}

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
