import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { CareService } from "@shared/core/network";
import { Id, ServiceDate, text, TimeOfDay } from "@shared/core/primitives";
import {
  Acceptance,
  AccessibilityMark,
  Capacity,
  ClosingTime,
  Freshness,
  OpeningHours,
  PriceRange,
} from "@shared/core/offering-shapes";
import { isInOrder, isWithoutOverlap, spansByDay } from "./care-point-records.rules";

export const ADDRESS_LONGEST = 100;
export const PHONE_LONGEST = 20;
export const SPECIAL_REASON_LONGEST = 30;

const Span = z
  .strictObject({ opens: TimeOfDay, closes: ClosingTime })
  .check(z.refine(isInOrder, "ends_before_it_starts"));
const WeekRow = z.strictObject({ ...OpeningHours.shape }).check(z.refine(isInOrder, "ends_before_it_starts"));

/** One day that differs from the week: other hours, or none. */
const SpecialDayEdit = z.strictObject({
  date: ServiceDate,
  hours: z.array(Span).check(z.maxLength(4), z.refine(isWithoutOverlap, "hours_overlap")),
  reason: text({ max: SPECIAL_REASON_LONGEST }),
});

/** What of a service its care point keeps up by itself. */
const OfferingEdit = z.strictObject({
  service: CareService,
  /** Its usual week; a season keeps the hours it has. */
  openingHours: z.array(WeekRow).check(
    z.maxLength(28),
    z.refine((rows) => spansByDay(rows).every(isWithoutOverlap), "hours_overlap"),
  ),
  specialDays: z.array(SpecialDayEdit).check(
    z.maxLength(60),
    z.refine((days) => new Set(days.map(({ date }) => date)).size === days.length, "day_named_twice"),
  ),
  capacity: z.nullable(z.strictObject({ ...Capacity.shape })),
  price: z.nullable(
    z
      .strictObject({ ...PriceRange.shape })
      .check(z.refine(({ fromFen, toFen }) => fromFen <= toFen, "ends_before_it_starts")),
  ),
});

const version = z.int().check(z.minimum(0), z.maximum(1_000_000_000));

/** What a manager writes; it takes the place of what is there. */
export const RecordEdit = z.strictObject({
  carePointId: Id,
  version,
  /** As one dials it: digits, and hyphens between them. */
  phone: z.string().check(z.maxLength(PHONE_LONGEST), z.regex(/^\d[\d-]{3,18}\d$/)),
  address: text({ max: ADDRESS_LONGEST }),
  /** Each of the services of the entry once. */
  offerings: z.array(OfferingEdit).check(z.maxLength(11)),
  accessibility: z.array(AccessibilityMark).check(z.maxLength(7)),
  accepts: z.array(Acceptance).check(z.maxLength(3)),
});
export type RecordEdit = z.infer<typeof RecordEdit>;

/** A service as it stands. */
export const OfferingRecord = z.object({
  service: CareService,
  openingHours: z.array(OpeningHours),
  /** From today on. */
  specialDays: z.array(
    z.object({
      date: ServiceDate,
      hours: z.array(z.object({ opens: TimeOfDay, closes: ClosingTime })),
      reason: z.string(),
    }),
  ),
  capacity: z.nullable(Capacity),
  price: z.nullable(PriceRange),
});
export type OfferingRecord = z.infer<typeof OfferingRecord>;

/** An entry as those who work there see it. */
export const OwnRecord = z.object({
  carePointId: Id,
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  offerings: z.array(OfferingRecord),
  accessibility: z.array(AccessibilityMark),
  accepts: z.array(Acceptance),
  /** Counts the changes; a change names the version it was made on. */
  version: z.int(),
  freshness: Freshness,
  /** When somebody last said that all of it is right, and the last day on which that is still believed. */
  verifiedOn: ServiceDate,
  believedUntil: ServiceDate,
  /** From this day on it stands in the second part of the lists, and from this one in none. */
  staleFrom: ServiceDate,
  leavesOn: ServiceDate,
  /** Who says yes to another name, position, service, kind or operator: "红旗区民政局". */
  officeName: z.string(),
});
export type OwnRecord = z.infer<typeof OwnRecord>;

const signedIn = { method: "POST", access: "signed-in", keyed: true } as const;

/**
 * 工作台, 点位资料: an entry in the hands of those who work there. Name, position and services are not among what they change
 * alone: the county says yes to these.
 */
export const carePointRecordsContract = defineContract({
  name: "care-point-records",
  errors: {
    record_changed: { status: 409, text: "这里的资料刚有人改过，请再看一眼" },
  },
  endpoints: {
    getOwnRecord: {
      method: "GET",
      access: "signed-in",
      path: "/care-point-records/:carePointId",
      summary: "The entry of a care point for those who work there, with how long it is still believed",
      params: z.strictObject({ carePointId: Id }),
      response: OwnRecord,
    },
    confirmRecord: {
      ...signedIn,
      path: "/care-point-records/confirmations",
      summary: "Say that all of an entry is right as of today",
      body: z.strictObject({ carePointId: Id, version }),
      response: OwnRecord,
      errors: ["record_changed"],
    },
    editRecord: {
      ...signedIn,
      path: "/care-point-records/edits",
      summary: "Change what a manager keeps up by herself; it takes the place of what is there",
      body: RecordEdit,
      response: OwnRecord,
      errors: ["record_changed"],
    },
  },
});
