import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { CareService } from "@shared/core/network";
import { Cursor, Flag, Id, text } from "@shared/core/primitives";
import { Acceptance, AccessibilityMark, CarePoint, CarePointSummary } from "./care-point-shapes";

export const SEARCH_LONGEST = 20;

export const carePointsContract = defineContract({
  name: "care-points",
  errors: {},
  endpoints: {
    listCarePoints: {
      method: "GET",
      path: "/care-points",
      summary: "Care points nearest to a community first; those nobody checked for long come last",
      access: "public",
      query: z.strictObject({
        communityId: Id,
        service: z.optional(CareService),
        openNow: z.optional(Flag),
        accessibility: z.optional(AccessibilityMark),
        accepts: z.optional(Acceptance),
        graded: z.optional(Flag),
        cursor: z.optional(Cursor),
      }),
      response: z.object({
        carePoints: z.array(CarePointSummary),
        /** How many of this page are within the circle's minutes on foot. */
        withinCircle: z.int(),
        /** How many minutes those are. */
        circleMinutes: z.int(),
        nextCursor: z.nullable(Cursor),
      }),
    },
    searchCarePoints: {
      method: "GET",
      path: "/care-points/search",
      summary: "Care points of the community's city by a part of their name, an old name, pinyin or initials",
      access: "public",
      query: z.strictObject({ communityId: Id, text: text({ max: SEARCH_LONGEST }) }),
      response: z.object({
        /** Nearest first, at most twenty. */
        carePoints: z.array(CarePointSummary),
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
