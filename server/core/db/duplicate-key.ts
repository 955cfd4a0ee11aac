import mongoose from "mongoose";

const DUPLICATE_KEY = 11_000;

/**
 * Whether a write was refused by a unique index, by the error's code and never by its words. Which index it was, MongoDB
 * says in `keyPattern`; DocumentDB tells of a findAndModify neither key nor name. So nobody asks here: who must know
 * looks up what stands in the way.
 */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY;

/** Whether an unordered bulk insert failed by unique indexes alone: every other document is written. */
export function isOnlyDuplicates(error: unknown): boolean {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) return false;
  const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  return failures.length > 0 && failures.every(({ code }) => code === DUPLICATE_KEY);
}
