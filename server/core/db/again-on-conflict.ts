import { randomInt } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import mongoose from "mongoose";

const WRITE_CONFLICT = 112;
const TRIES = 8;
/** Longest pause before the second try, milliseconds; it grows with each. */
const PAUSE_MS = 80;

/** Whether the database gave a write up for another's sake (WriteConflict): it had no effect. */
const isWriteConflict = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoServerError && error.code === WRITE_CONFLICT;

/**
 * Repeats a write of one document that was given up for another's sake, eight times at most. MongoDB repeats such writes
 * itself; other servers of its protocol leave a deadlock to the caller. Not for work inside a transaction.
 */
export async function againOnConflict<T>(write: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (error) {
      if (tries === TRIES || !isWriteConflict(error)) throw error;
      // Those who gave way to each other must not meet again.
      await delay(randomInt(PAUSE_MS * tries));
    }
  }
}
