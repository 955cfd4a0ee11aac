import mongoose, { Schema } from "mongoose";
import type { ServiceDate } from "@shared/core/primitives";
import type { WantedIndexes } from "@server/core/db/indexes";
import type { GeoPoint } from "@server/core/geo-point";
import type { ReachedService } from "./circle-reach";

/** What one community has within its circle; `_id` is the community's. One that lies nowhere known has none. */
export interface CircleCoverageDocument {
  readonly _id: string;
  readonly cityId: string;
  /** Of the community, WGS-84. */
  readonly position: GeoPoint;
  /** The services of the circle that are reached; the others are its gaps. */
  readonly reached: readonly ReachedService[];
  readonly computedOn: ServiceDate;
}

const schema = new Schema<CircleCoverageDocument>(
  {
    _id: { type: String, required: true },
    cityId: { type: String, required: true },
    position: { type: Schema.Types.Mixed, required: true },
    reached: { type: [Schema.Types.Mixed], required: true } as never,
    computedOn: { type: String, required: true },
  },
  { collection: "circle_coverage", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const CircleCoverageModel = mongoose.model("CircleCoverage", schema);

export const circleCoverageIndexes: WantedIndexes = {
  collection: "circle_coverage",
  indexes: [
    { name: "position", key: { position: "2dsphere" }, serves: "communities around a care point that changed" },
    { name: "nearest", key: { "reached.carePointId": 1 }, serves: "communities to which a care point was the nearest" },
    { name: "city", key: { cityId: 1, computedOn: 1 }, serves: "a city's communities, those of an older day first" },
  ],
};
