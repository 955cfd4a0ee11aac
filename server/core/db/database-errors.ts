import mongoose from "mongoose";

const { MongoNetworkError, MongoServerSelectionError, MongoError } = mongoose.mongo;

/** MaxTimeMSExpired, WriteConflict, and the codes with which a member says that it is stepping down or shutting down. */
const PASSING_CODES = new Set<unknown>([50, 91, 112, 189, 10107, 11600, 11602, 13435, 13436]);

/** Whether the database was away, too slow or changing its primary: trying again later makes sense. */
export function isDatabaseBusy(error: unknown): boolean {
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true;
  if (error instanceof mongoose.MongooseError && error.name === "MongooseServerSelectionError") return true;
  return (
    error instanceof MongoError && (PASSING_CODES.has(error.code) || error.hasErrorLabel("TransientTransactionError"))
  );
}
