import mongoose, { Schema } from "mongoose";
import type { ServiceDate } from "@shared/core/primitives";
import type { PlatformTrouble } from "@shared/domains/reconciliation/reconciliation.contract";

/** A facility as the platform has it. */
export interface ProvinceFacility {
  /** Theirs; opaque. */
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  /** As they write it. */
  readonly countyName: string;
  readonly beds: number;
}

/** What the platform said of a city the last time it could be understood, whole: one write takes the place of another. */
export interface ProvinceSnapshotDocument {
  /** The city's region. */
  readonly _id: string;
  readonly triedAt: Date;
  /** What went wrong at the last try; null when nothing did. */
  readonly trouble: PlatformTrouble | null;
  /** Null until a first try succeeds; one that fails leaves it as it is. */
  readonly snapshot: {
    /** The day of which the figures tell, as the platform says. */
    readonly asOf: ServiceDate;
    readonly readAt: Date;
    readonly facilities: readonly ProvinceFacility[];
  } | null;
}

const schema = new Schema<ProvinceSnapshotDocument>(
  {
    _id: { type: String, required: true },
    triedAt: { type: Date, required: true },
    trouble: { type: String, default: null },
    snapshot: { type: Schema.Types.Mixed, default: null },
  },
  { collection: "province_snapshots", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

/** Found by its city alone, which is its `_id`. */
export const ProvinceSnapshotModel = mongoose.model("ProvinceSnapshot", schema);
