import type { mongo } from "mongoose";
import { buildIndexes } from "../core/db/build-indexes";

type Stored = {
  readonly _id: string;
  readonly services: readonly string[];
  readonly openingHours: readonly unknown[];
} & {
  readonly [field: string]: unknown;
};

/** What an entry that offered one thing was, in the words of the network. */
const KIND_OF: Readonly<Record<string, string>> = {
  meals: "canteen",
  day_care: "day_care_station",
  childcare: "nursery",
};
/** Entries of before were last looked at when they were written; from this day on they are to be confirmed. */
const LAST_LOOKED_AT = "2026-11-22";

/**
 * One care point, many offerings, each with hours of its own; entries know when they were checked, and are found by name.
 * What follows from the facts (open times, search keys, the position on maps) is left to the job that works it out.
 */
export async function up(db: mongo.Db): Promise<void> {
  await buildIndexes(db, "care_points", [
    { name: "search", key: { cityId: 1, searchKeys: 1 } },
    { name: "derived", key: { derivedOn: 1, _id: 1 } },
  ]);
  const carePoints = db.collection<Stored>("care_points");
  for await (const { _id, services, openingHours, ...before } of carePoints.find({ offerings: { $exists: false } })) {
    const offeringOf = (service: string) => ({
      service,
      openingHours,
      seasons: [],
      specialDays: [],
      isBookable: service === "meals",
      capacity: null,
      price: null,
    });
    const now = {
      kinds: services.flatMap((service) => KIND_OF[service] ?? []),
      formerNames: [],
      servesRegionIds: [],
      mapPosition: before["position"],
      operator: null,
      formerOperators: [],
      offerings: services.map(offeringOf),
      closedDays: before["closedDays"] ?? [],
      openIntervals: [],
      accepts: before["acceptsDisabled"] === true ? ["disabled"] : [],
      grade: null,
      certificates: [],
      verifiedOn: LAST_LOOKED_AT,
      overdueFrom: "9999-12-31",
      staleFrom: "9999-12-31",
      leavesOn: "9999-12-31",
      searchKeys: [],
      derivedOn: "",
      version: 0,
    };
    await carePoints.updateOne({ _id }, { $set: now, $unset: { openingHours: "", acceptsDisabled: "" } });
  }
}
