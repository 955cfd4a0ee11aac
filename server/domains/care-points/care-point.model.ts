import mongoose, { Schema, type PipelineStage } from "mongoose";
import type { AccessibilityMark, CareService, OpeningHours } from "@shared/domains/care-points/care-points.contract";
import type { WantedIndexes } from "@server/core/db/indexes";
import type { ClosedDay } from "./closed-days";

/** A site with one or more services. */
export interface CarePointDocument {
  readonly _id: string;
  readonly name: string;
  /** The community or town it stands in, with what lies above: fixed when it is written, for scopes and filters. */
  readonly regionId: string;
  readonly districtId: string | null;
  readonly cityId: string;
  /** GeoJSON, longitude first, WGS-84. */
  readonly position: { readonly type: "Point"; readonly coordinates: readonly [number, number] };
  readonly address: string;
  readonly phone: string;
  readonly services: readonly CareService[];
  /** Per weekday in order of time, never overlapping or touching. */
  readonly openingHours: readonly OpeningHours[];
  /** Dated exceptions from the week, in any order; absent where there never was one. */
  readonly closedDays?: readonly ClosedDay[];
  readonly accessibility: readonly AccessibilityMark[];
  readonly acceptsDisabled: boolean;
  readonly isDemo: boolean;
}

const schema = new Schema<CarePointDocument>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    regionId: { type: String, required: true },
    districtId: { type: String, default: null },
    cityId: { type: String, required: true },
    position: { type: Schema.Types.Mixed, required: true },
    address: { type: String, required: true },
    phone: { type: String, required: true },
    services: { type: [String], required: true },
    openingHours: { type: [Schema.Types.Mixed], required: true } as never,
    closedDays: { type: [Schema.Types.Mixed], default: undefined } as never,
    accessibility: { type: [String], required: true },
    acceptsDisabled: { type: Boolean, required: true },
    isDemo: { type: Boolean, required: true },
  },
  { collection: "care_points", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export type GeoNear = PipelineStage.GeoNear;
export type Match = PipelineStage.Match;

export const CarePointModel = mongoose.model("CarePoint", schema);

export const carePointIndexes: WantedIndexes = {
  collection: "care_points",
  indexes: [{ name: "position", key: { position: "2dsphere" }, serves: "care points nearest to a community first" }],
};
