import mongoose from "mongoose";

/** Longest a query may run on the database, milliseconds; queries may set a shorter limit of their own. */
const QUERY_TAKES_AT_MOST_MS = 5_000;
/** How long a request waits for a database that is away, milliseconds. */
const SELECTION_MS = 3_000;

const DEFAULT_DATABASE = "yike";

interface ConnectOptions {
  /** Connection string; the database it names, else `yike`. */
  readonly uri: string;
  /** Another database than the one the connection string names. */
  readonly dbName?: string;
}

/**
 * Connects mongoose's default instance: every acknowledged write is on a majority's disk, every query has a limit,
 * values from outside never become operators.
 * @throws MongoServerSelectionError when no server answers within three seconds
 */
export async function connect({ uri, dbName = databaseIn(uri) }: ConnectOptions): Promise<void> {
  mongoose.set({
    autoCreate: false,
    autoIndex: false,
    bufferCommands: false,
    maxTimeMS: QUERY_TAKES_AT_MOST_MS,
    sanitizeFilter: true,
    strictQuery: "throw",
    transactionAsyncLocalStorage: true,
  });
  await mongoose.connect(uri, {
    dbName,
    writeConcern: { w: "majority", journal: true },
    readPreference: "primary",
    serverSelectionTimeoutMS: SELECTION_MS,
    maxPoolSize: 50,
  });
}

const databaseIn = (uri: string): string => /^[^:]+:\/\/[^/]+\/([^?]+)/.exec(uri)?.[1] ?? DEFAULT_DATABASE;

/** Closes every connection after the commands under way. */
export const disconnect = (): Promise<void> => mongoose.disconnect();

/** The connected database, for core's own collections. */
export function database(): mongoose.mongo.Db {
  const { db } = mongoose.connection;
  if (!db) throw new Error("not connected to a database");
  return db;
}

/** Whether the database answers now. */
export async function isDatabaseUp(): Promise<boolean> {
  try {
    await database().command({ ping: 1 }, { timeoutMS: 1_000 });
    return true;
  } catch {
    return false;
  }
}
