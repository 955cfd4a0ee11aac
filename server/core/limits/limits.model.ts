import type { WantedIndexes } from "../db/indexes";

export const LIMITS_COLLECTION = "limits";

/** The indexes that the limiter would build for itself. */
export const limitsIndexes: WantedIndexes = {
  collection: LIMITS_COLLECTION,
  indexes: [
    { name: "key", key: { key: 1 }, unique: true, serves: "one counter per limit and person or address" },
    { name: "expire", key: { expire: -1 }, expireAfterSeconds: 0, serves: "tidying up counters that ran out" },
  ],
};
