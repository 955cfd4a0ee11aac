import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

/** The network counts a city's facilities by kind; without an index each count would read all care points. */
export const up = (db: mongo.Db): Promise<void> =>
  buildIndexes(db, "care_points", [{ name: "kinds", key: { cityId: 1, kinds: 1, leavesOn: 1 } }]);
