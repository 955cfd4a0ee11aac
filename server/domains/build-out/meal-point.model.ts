import mongoose, { Schema, type Model } from "mongoose";
import type { ServiceDate } from "@shared/core/primitives";
import type { KitchenKind, MealPointState } from "@shared/domains/build-out/build-out-shapes";
import type { OpeningHours } from "@shared/core/offering-shapes";
import { caseSchemaFields, type CaseFields } from "@server/core/cases/case.model";
import type { WantedIndexes } from "@server/core/db/indexes";
import type { GeoPoint } from "@server/core/geo-point";
import { outboxIndex } from "@server/core/outbox/outbox";

export const MEAL_POINTS = "meal_points";

/** What a surveyor found, as it was saved last. */
export interface SurveyRecord {
  /** Counts the savings from 1 on. */
  readonly version: number;
  readonly phone: string;
  readonly kitchenKind: KitchenKind;
  readonly eldersWithin: { readonly count: number; readonly source: string };
  readonly licence: { readonly number: string; readonly expiresOn: ServiceDate | null } | null;
  readonly openingHours: readonly OpeningHours[];
  readonly notes: string | null;
  readonly by: string;
  readonly at: Date;
}

/** The nearest place with meals within the distance of the rules when the survey was saved. */
export interface Clash {
  readonly name: string;
  readonly metres: number;
  readonly withinMetres: number;
  /** Null while it has no entry. */
  readonly carePointId: string | null;
}

/** A meal point of a city's programme on its way; its entry, once it is built, has the same id. */
export interface MealPointDocument extends CaseFields<MealPointState> {
  readonly cityId: string;
  /** The county: whose office builds and verifies it. */
  readonly countyId: string;
  /** Where it stands: the county or a part of it. */
  readonly regionId: string;
  readonly name: string;
  readonly address: string;
  readonly proposal: string;
  readonly survey: SurveyRecord | null;
  /** WGS-84, from the survey; absent before it. */
  readonly position?: GeoPoint;
  readonly clash: Clash | null;
  /** That the surveyed position lies far from its region, in words; absent on points from before this was noted. */
  readonly farAway?: string | null;
  /** Who of the two verifiers said yes first, while the second is waited for. */
  readonly firstYesBy: string | null;
  readonly plaqueNumber: string | null;
  readonly batchId: string | null;
  readonly batchName: string | null;
  /** When its step became the city's to see to. */
  readonly escalatedOn: ServiceDate | null;
  readonly isDemo: boolean;
}

const mixedOrNull = { type: Schema.Types.Mixed, default: null } as never;
const wordOrNull = { type: String, default: null } as never;
const word = { type: String, required: true } as const;

const schema = new Schema<MealPointDocument>(
  {
    ...caseSchemaFields,
    cityId: word,
    countyId: word,
    regionId: word,
    name: word,
    address: word,
    proposal: word,
    survey: mixedOrNull,
    position: { type: Schema.Types.Mixed } as never,
    clash: mixedOrNull,
    farAway: wordOrNull,
    firstYesBy: wordOrNull,
    plaqueNumber: wordOrNull,
    batchId: wordOrNull,
    batchName: wordOrNull,
    escalatedOn: wordOrNull,
    isDemo: { type: Boolean, required: true },
  },
  { collection: MEAL_POINTS, strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

export const MealPointModel: Model<MealPointDocument> = mongoose.model<MealPointDocument>("MealPoint", schema);

export const mealPointIndexes: WantedIndexes = {
  collection: MEAL_POINTS,
  indexes: [
    {
      name: "plaque",
      key: { cityId: 1, plaqueNumber: 1 },
      unique: true,
      partialFilterExpression: { plaqueNumber: { $type: "string" } },
      serves: "no number hangs twice in a city; and whose plaque was scanned",
    },
    { name: "of_county", key: { countyId: 1, dueOn: 1, _id: 1 }, serves: "a county's points, the most urgent first" },
    {
      name: "of_county_state",
      key: { countyId: 1, state: 1, dueOn: 1, _id: 1 },
      serves: "those of them in one state",
    },
    { name: "of_city", key: { cityId: 1, dueOn: 1, _id: 1 }, serves: "a city's points, the most urgent first" },
    { name: "of_city_state", key: { cityId: 1, state: 1, dueOn: 1, _id: 1 }, serves: "those of them in one state" },
    { name: "due", key: { escalatedOn: 1, dueOn: 1 }, serves: "the job: steps that nobody took in time" },
    { name: "position", key: { position: "2dsphere" }, serves: "the nearest point of the programme, for a clash" },
    outboxIndex,
  ],
};
