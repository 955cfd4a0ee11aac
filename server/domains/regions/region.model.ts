import mongoose, { Schema } from "mongoose";
import type { WantedIndexes } from "@server/core/db/indexes";
import type { GeoPoint } from "@server/core/geo-point";

/** A region that no pack lists: a township or community that a site added, or that the demo invented. */
export interface RegionDocument {
  readonly _id: string;
  readonly name: string;
  readonly parentId: string;
  readonly position: GeoPoint | null;
  readonly isDemo: boolean;
}

const schema = new Schema<RegionDocument>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    parentId: { type: String, required: true },
    position: { type: Schema.Types.Mixed, default: null },
    isDemo: { type: Boolean, required: true },
  },
  { collection: "regions", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const RegionModel = mongoose.model("Region", schema);

export const regionIndexes: WantedIndexes = {
  collection: "regions",
  indexes: [{ name: "children", key: { parentId: 1, name: 1 }, serves: "the regions below one region, by name" }],
};
