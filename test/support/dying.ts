import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { database } from "@server/core/db/connect";
import { readEnv } from "@server/env";
import { startApp, type StartOptions, type TestApp } from "./app";

/** A request, or one turn of a job by its name. */
export interface Errand {
  readonly call?: { readonly path: string; readonly token: string; readonly key: string; readonly body: object };
  readonly job?: string;
}

/** At which of an errand's writes, counted from 1, the process is killed. */
export interface Step {
  readonly write: number;
  readonly when: "before" | "after";
}

export const before = (write: number): Step => ({ write, when: "before" });
export const after = (write: number): Step => ({ write, when: "after" });

export interface Dying extends Step {
  readonly uri: string;
  readonly dbName: string;
  readonly keys: { readonly FIELD_KEYS: string; readonly INDEX_KEY: string };
  /** Epoch milliseconds. */
  readonly now: number;
  readonly errand: Errand;
}

/** The app, and processes beside it on the same database that are killed in the middle of what they do. */
export interface AppOfMortals {
  readonly app: TestApp;
  /**
   * Does an errand in a process of its own, which is killed at a step.
   * @throws Error when the errand was over before the step came
   */
  dieDoing(errand: Errand, step: Step): Promise<void>;
}

/** Starts the app with keys that other processes can be given. */
export async function startAppOfMortals(options: StartOptions = {}): Promise<AppOfMortals> {
  const key = () => randomBytes(32).toString("base64");
  const keys = { FIELD_KEYS: `test:${key()}`, INDEX_KEY: key() };
  const app = await startApp({ ...options, env: readEnv({ NODE_ENV: "test", ...keys }) });
  const uri = process.env["TEST_MONGODB_URI"] ?? "";
  const watched = `${uri}${uri.includes("?") ? "&" : "?"}monitorCommands=true`;
  const dieDoing = async (errand: Errand, step: Step) => {
    const { databaseName: dbName } = database();
    const dying: Dying = { uri: watched, dbName, keys, now: app.clock.now(), errand, ...step };
    const words = ["--import", "tsx", "test/support/dying-worker.ts", JSON.stringify(dying)];
    const child = spawn(process.execPath, words, { stdio: ["ignore", "ignore", "inherit"] });
    const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
    if (signal !== "SIGKILL")
      throw new Error(`it ended with ${code} before it could be killed ${step.when} ${step.write}`);
  };
  return { app, dieDoing };
}
