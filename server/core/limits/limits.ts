import type { mongo } from "mongoose";
import { RateLimiterMemory, RateLimiterMongo, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "../app-error";
import { againOnConflict } from "../db/again-on-conflict";
import type { Sealer } from "../crypto/sealer";
import { LIMITS_COLLECTION } from "./limits.model";

/** How many attempts within how many seconds. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

/**
 * The limits of the whole program. `read` and `write` are walls per process against floods; the others hold across
 * processes and restarts. Addresses are shared by many people behind one mobile network, hence the wide numbers there.
 */
export const limitDefaults = {
  /** Reads, per person or address. */
  read: { points: 600, seconds: 60 },
  /** Writes of any kind, per person or address. */
  write: { points: 120, seconds: 60 },
  /**
   * Writes that carry an idempotency key, per person: bookings and the like. The first twelfth of them is counted in
   * the process alone, so that a booking nobody hurries costs no command for its counter.
   */
  keyed: { points: 60, seconds: 60 },
  /** Attempts to sign in or to be sent a code, per address. */
  credential: { points: 60, seconds: 900 },
  /** What anybody may report without signing in, per person or address. */
  report: { points: 20, seconds: 3_600 },
  /** Whole data sets that anybody takes away, per address. */
  openData: { points: 60, seconds: 3_600 },
  /** Tables of an office's whole region, per person: more than a clerk needs in a day. */
  export: { points: 5, seconds: 86_400 },
  /** Pictures that somebody sends, taken or not, per person (reliability, 5.6). */
  photo: { points: 60, seconds: 86_400 },
  /** Attempts on one secret, such as a staff name with its address: then wait, never locked for ever. */
  secret: { points: 5, seconds: 900 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limitDefaults;

/** Counts attempts. Who is counted is hashed before it is stored. */
export interface Limits {
  /**
   * Counts one attempt by `key`.
   * @throws AppError slow_down with the seconds to wait once the limit is used up; try_again when a shared counter
   *   that guards credentials cannot be asked
   */
  consume(name: LimitName, key: string): Promise<void>;
  /** Forgets the attempts of `key`, after one that succeeded. */
  forgive(name: LimitName, key: string): Promise<void>;
}

interface LimitsOptions {
  readonly db: mongo.Db;
  readonly sealer: Pick<Sealer, "blindIndex">;
  readonly limits?: Partial<Record<LimitName, Limit>>;
}

export function createLimits({ db, sealer, limits = {} }: LimitsOptions): Limits {
  const limiters = createLimiters({ db, sealer, limits: { ...limitDefaults, ...limits } });
  return {
    consume: async (name, key) => {
      try {
        await limiters[name].consume(key);
      } catch (reason) {
        throw refusal(reason);
      }
    },
    forgive: async (name, key) => {
      await limiters[name].delete(key);
    },
  };
}

/** Counts attempts of one kind; refuses with a `RateLimiterRes`. */
interface Counter {
  consume(key: string): Promise<unknown>;
  delete(key: string): Promise<unknown>;
}

interface EveryLimit extends LimitsOptions {
  readonly limits: Record<LimitName, Limit>;
}

function createLimiters({ db, sealer, limits }: EveryLimit): Record<LimitName, Counter> {
  const options = (name: LimitName) => ({
    keyPrefix: name,
    points: limits[name].points,
    duration: limits[name].seconds,
  });
  const inProcess = (name: LimitName) => new RateLimiterMemory(options(name));
  const firstTwelfth = (name: LimitName) =>
    new RateLimiterMemory({ ...options(name), points: Math.floor(limits[name].points / 12) });
  const shared = (name: LimitName) => ({
    ...options(name),
    storeClient: db,
    tableName: LIMITS_COLLECTION,
    disableIndexesCreation: true,
    inMemoryBlockOnConsumed: limits[name].points,
  });
  const stored = (name: LimitName, counter: Counter) =>
    underHashes(counter, (key) => sealer.blindIndex(`limit.${name}`, key));
  return {
    read: inProcess("read"),
    write: inProcess("write"),
    openData: inProcess("openData"),
    // A booking needs the database anyway; without its counter the wall of this process has to do.
    keyed: countingOnFrom({
      first: firstTwelfth("keyed"),
      then: stored("keyed", new RateLimiterMongo({ ...shared("keyed"), insuranceLimiter: inProcess("keyed") })),
    }),
    // What is reported is read by people; without its counter the wall of this process has to do.
    report: stored("report", new RateLimiterMongo({ ...shared("report"), insuranceLimiter: inProcess("report") })),
    photo: stored("photo", new RateLimiterMongo({ ...shared("photo"), insuranceLimiter: inProcess("photo") })),
    export: stored("export", new RateLimiterMongo({ ...shared("export"), insuranceLimiter: inProcess("export") })),
    // No insurance: who cannot be counted may not guess.
    credential: stored("credential", new RateLimiterMongo(shared("credential"))),
    secret: stored("secret", new RateLimiterMongo(shared("secret"))),
  };
}

/** A counter in the database, which learns no names; what stays in this process is counted under them. */
const underHashes = (counter: Counter, hash: (key: string) => string): Counter => ({
  // Guesses at once meet in one counter; one that gave way to another was not counted, and is counted again.
  consume: (key) => againOnConflict(() => counter.consume(hash(key))),
  delete: (key) => againOnConflict(() => counter.delete(hash(key))),
});

/** Counts by the second counter what is too much for the first. */
const countingOnFrom = ({ first, then }: { readonly first: Counter; readonly then: Counter }): Counter => ({
  consume: (key) =>
    first.consume(key).catch((reason: unknown) => {
      if (reason instanceof RateLimiterRes) return then.consume(key);
      throw reason;
    }),
  delete: async (key) => {
    await first.delete(key);
    return then.delete(key);
  },
});

function refusal(reason: unknown): AppError {
  if (!(reason instanceof RateLimiterRes)) return new AppError("try_again", { retryAfterSeconds: 5, cause: reason });
  return new AppError("slow_down", { retryAfterSeconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) });
}
