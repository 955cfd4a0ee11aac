// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the package has no types; every side must find ours
/// <reference path="./migrate-mongo.d.ts" />
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { config, up } from "migrate-mongo";
import mongoose from "mongoose";
import type { Clock } from "../clock";
import { database } from "./connect";
import { takeLease } from "./lease";

const FOLDER = fileURLToPath(new URL("../../migrations", import.meta.url));
const LEASE_MS = 60_000;
const RENEW_MS = 15_000;
const ASK_AGAIN_MS = 500;

/**
 * Runs the migrations that this database has not seen, in the order of their names; waits while another process does.
 * The library's own lock is left off: it looks before it leaps, ours is one conditional update.
 * @returns names of the files that ran
 * @throws what a migration throws; those before it stay done, and it runs again next time
 */
export async function migrate(clock: Clock): Promise<string[]> {
  const lease = await waitForLease(clock);
  const renewal = setInterval(() => void lease.renew(), RENEW_MS);
  try {
    config.set({ migrationsDir: FOLDER, migrationFileExtension: ".ts", changelogCollectionName: "migrations" });
    return await up(database(), mongoose.connection.getClient());
  } finally {
    clearInterval(renewal);
    await lease.release();
  }
}

async function waitForLease(clock: Clock) {
  for (;;) {
    const lease = await takeLease({ name: "migrations", lastsMs: LEASE_MS, clock });
    if (lease) return lease;
    await delay(ASK_AGAIN_MS);
  }
}
