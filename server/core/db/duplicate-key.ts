import mongoose from "mongoose";

const DUPLICATE_KEY = 11_000;

/** The refusal of a unique index. */
export interface DuplicateKey {
  /** Fields of the index that refused, as `{ elder: 1, date: 1 }`. */
  readonly keyPattern: Readonly<Record<string, unknown>>;
}

/** Reads a duplicate-key error (code 11000) by its fields, never by its message; undefined for any other error. */
export function duplicateKeyOf(error: unknown): DuplicateKey | undefined {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== DUPLICATE_KEY) return undefined;
  const { keyPattern } = error as { keyPattern?: Readonly<Record<string, unknown>> };
  return { keyPattern: keyPattern ?? {} };
}

/** Whether a write was refused by a unique index, the one over exactly these fields when they are given. */
export function isDuplicateKey(error: unknown, ...fields: readonly string[]): boolean {
  const duplicate = duplicateKeyOf(error);
  if (!duplicate) return false;
  return fields.length === 0 || fields.join() === Object.keys(duplicate.keyPattern).join();
}

/** Whether an unordered bulk insert failed by unique indexes alone: every other document is written. */
export function isOnlyDuplicates(error: unknown): boolean {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) return false;
  const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  return failures.length > 0 && failures.every(({ code }) => code === DUPLICATE_KEY);
}
