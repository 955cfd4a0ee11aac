import mongoose, { Schema, type PipelineStage } from "mongoose";
import type { CareService, FacilityKind } from "@shared/core/network";
import type { ServiceDate } from "@shared/core/primitives";
import type {
  Acceptance,
  AccessibilityMark,
  Grade,
  WithheldReason,
} from "@shared/domains/care-points/care-point-shapes";
import type { WantedIndexes } from "@server/core/db/indexes";
import type { GeoPoint } from "@server/core/geo-point";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";
import type { ClosedDay } from "./closed-days";
import type { Offering } from "./offering";

/** Who runs a care point, and since when. */
export interface Operator {
  readonly name: string;
  readonly since: ServiceDate;
}

/** A time in which one can come; made anew each night for the days ahead. */
export interface OpenInterval {
  readonly service: CareService;
  readonly from: Date;
  readonly to: Date;
}

/** Why an entry stands in no list any more, or not yet; whoever has its address still reads what it was. */
export interface Withheld {
  readonly since: ServiceDate;
  readonly why: WithheldReason;
  /** The care point that took its place; set exactly when the reason is `merged`. */
  readonly mergedInto: string | null;
}

/** A permit or certificate; `expiresOn` is its last day, null where it has none. */
export interface Certificate {
  readonly name: string;
  readonly expiresOn: ServiceDate | null;
}

/** A facility with one or more services: a canteen that takes in day care stays one care point. */
export interface CarePointDocument {
  readonly _id: string;
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly kinds: readonly FacilityKind[];
  /** The community or town it stands in, with what lies above: fixed when it is written, for scopes and filters. */
  readonly regionId: string;
  readonly districtId: string | null;
  readonly cityId: string;
  /** Further villages or communities it serves, beside the one it stands in. */
  readonly servesRegionIds: readonly string[];
  /** WGS-84. */
  readonly position: GeoPoint;
  /** The same place in GCJ-02. */
  readonly mapPosition: GeoPoint;
  readonly address: string;
  readonly phone: string;
  readonly operator: Operator | null;
  /** Newest first; each stayed until the next one's `since`. */
  readonly formerOperators: readonly Operator[];
  /** At most one for each service. */
  readonly offerings: readonly Offering[];
  /** The services of the offerings, for filters. */
  readonly services: readonly CareService[];
  /** Days on which the whole place is closed, in any order. */
  readonly closedDays: readonly ClosedDay[];
  readonly openIntervals: readonly OpenInterval[];
  readonly accessibility: readonly AccessibilityMark[];
  readonly accepts: readonly Acceptance[];
  readonly grade: Grade | null;
  readonly certificates: readonly Certificate[];
  /** 统一社会信用代码 of whoever runs it: 18 signs; null where nobody said. */
  readonly creditCode: string | null;
  /** Null while it is published. */
  readonly withheld: Withheld | null;
  /** When somebody last checked the entry; then from which day on it is overdue, stale, and in no list. */
  readonly verifiedOn: ServiceDate;
  readonly overdueFrom: ServiceDate;
  readonly staleFrom: ServiceDate;
  readonly leavesOn: ServiceDate;
  /** Beginnings of which find it: the name from each of its signs on, likewise its pinyin and initials. */
  readonly searchKeys: readonly string[];
  /** The day for which what follows from the rest was last worked out, `YYYY-MM-DD`; empty: never. */
  readonly derivedOn: string;
  /** Counts the changes of its facts. */
  readonly version: number;
  /** The last changes by the keys of their requests, so that a repeat is known. */
  readonly changes?: readonly { readonly id: string; readonly fingerprint: string }[];
  readonly outbox?: readonly OutboxEvent[];
  readonly isDemo: boolean;
}

const listOf = (type: unknown) => ({ type: [type], required: true }) as never;

const schema = new Schema<CarePointDocument>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    formerNames: listOf(String),
    kinds: listOf(String),
    regionId: { type: String, required: true },
    districtId: { type: String, default: null },
    cityId: { type: String, required: true },
    servesRegionIds: listOf(String),
    position: { type: Schema.Types.Mixed, required: true },
    mapPosition: { type: Schema.Types.Mixed, required: true },
    address: { type: String, required: true },
    phone: { type: String, required: true },
    operator: { type: Schema.Types.Mixed, default: null },
    formerOperators: listOf(Schema.Types.Mixed),
    offerings: listOf(Schema.Types.Mixed),
    services: listOf(String),
    closedDays: listOf(Schema.Types.Mixed),
    openIntervals: listOf(Schema.Types.Mixed),
    accessibility: listOf(String),
    accepts: listOf(String),
    grade: { type: Schema.Types.Mixed, default: null },
    certificates: listOf(Schema.Types.Mixed),
    creditCode: { type: String, default: null },
    withheld: { type: Schema.Types.Mixed, default: null },
    verifiedOn: { type: String, required: true },
    overdueFrom: { type: String, required: true },
    staleFrom: { type: String, required: true },
    leavesOn: { type: String, required: true },
    searchKeys: listOf(String),
    derivedOn: { type: String, required: true },
    version: { type: Number, required: true },
    changes: { type: [Schema.Types.Mixed], default: undefined } as never,
    outbox: { type: [Schema.Types.Mixed], default: undefined } as never,
    isDemo: { type: Boolean, required: true },
  },
  { collection: "care_points", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export type GeoNear = PipelineStage.GeoNear;
export type Match = PipelineStage.Match;

export const CarePointModel = mongoose.model("CarePoint", schema);

export const carePointIndexes: WantedIndexes = {
  collection: "care_points",
  indexes: [
    { name: "position", key: { position: "2dsphere" }, serves: "care points nearest to a community first" },
    { name: "search", key: { cityId: 1, searchKeys: 1 }, serves: "care points by a part of their name" },
    {
      name: "kinds",
      key: { cityId: 1, kinds: 1, leavesOn: 1 },
      serves: "facilities of a city by kind, for its network",
    },
    { name: "listed", key: { cityId: 1, leavesOn: 1 }, serves: "all listed care points of a city, for its coverage" },
    {
      name: "of_district",
      key: { districtId: 1, overdueFrom: 1, _id: 1 },
      serves: "a district's entries for its office, longest unchecked first",
    },
    {
      name: "withheld",
      key: { districtId: 1, "withheld.since": 1 },
      serves: "a district's entries that are not published",
    },
    { name: "derived", key: { derivedOn: 1, _id: 1 }, serves: "care points not yet worked out for today" },
    outboxIndex,
  ],
};
