import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Cursor, Flag, Id, TimeOfDay } from "@shared/core/primitives";

/** Services a care point can give: 助餐, 日间照料, 托育. */
export const CareService = z.enum(["meals", "day_care", "childcare"]);
export type CareService = z.infer<typeof CareService>;

/** Accessibility marks: 坡道, 电梯, 无障碍卫生间, 轮椅能进. */
export const AccessibilityMark = z.enum(["ramp", "lift", "accessible_toilet", "wheelchair"]);
export type AccessibilityMark = z.infer<typeof AccessibilityMark>;

/** When a care point is open on one day of the week, 0 = Sunday; several rows a day are breaks between them. */
export const OpeningHours = z.object({
  weekday: z.int().check(z.minimum(0), z.maximum(6)),
  opens: TimeOfDay,
  closes: TimeOfDay,
});
export type OpeningHours = z.infer<typeof OpeningHours>;

const summary = {
  id: Id,
  name: z.string(),
  services: z.array(CareService),
  /** Straight line from the chosen community, metres. Null when no community was given. */
  distanceMetres: z.nullable(z.int()),
  /** On foot at an elder's pace, minutes, from the region pack. Null when no community was given. */
  walkMinutes: z.nullable(z.int()),
  isOpenNow: z.boolean(),
  /** "营业到 13:00" or "明天 11:30 开门". */
  openLabel: z.string(),
  phone: z.string(),
  accessibility: z.array(AccessibilityMark),
  acceptsDisabled: z.boolean(),
  isDemo: z.boolean(),
};

export const CarePointSummary = z.object(summary);
export type CarePointSummary = z.infer<typeof CarePointSummary>;

export const CarePoint = z.object({
  ...summary,
  /** From the city down: "新乡市 红旗区 春风社区". */
  regionNames: z.array(z.string()),
  address: z.string(),
  openingHours: z.array(OpeningHours),
  /** The week in words, one line a group of days: "星期一到星期五 10:30–13:00"; then closed days to come, with why. */
  openingLines: z.array(z.string()),
  /** WGS-84, degrees; where maps in China want GCJ-02, the screen opens its map by address. */
  position: z.object({ latitude: z.number(), longitude: z.number() }),
});
export type CarePoint = z.infer<typeof CarePoint>;

export const carePointsContract = defineContract({
  name: "care-points",
  errors: {},
  endpoints: {
    listCarePoints: {
      method: "GET",
      path: "/care-points",
      summary: "Care points nearest to a community first",
      access: "public",
      query: z.strictObject({
        communityId: Id,
        service: z.optional(CareService),
        openNow: z.optional(Flag),
        wheelchair: z.optional(Flag),
        acceptsDisabled: z.optional(Flag),
        cursor: z.optional(Cursor),
      }),
      response: z.object({
        carePoints: z.array(CarePointSummary),
        /** How many of this page are within fifteen minutes on foot. */
        withinQuarterHour: z.int(),
        nextCursor: z.nullable(Cursor),
      }),
    },
    getCarePoint: {
      method: "GET",
      path: "/care-points/:carePointId",
      summary: "One care point",
      access: "public",
      params: z.strictObject({ carePointId: Id }),
      query: z.strictObject({ communityId: z.optional(Id) }),
      response: CarePoint,
    },
  },
});
