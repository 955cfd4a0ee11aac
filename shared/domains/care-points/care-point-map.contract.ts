import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { CareService } from "@shared/core/network";
import { Flag, Id } from "@shared/core/primitives";
import { Acceptance, AccessibilityMark, Freshness, Position } from "./care-point-shapes";

/** More care points than so many are told as clusters. */
export const POINTS_ON_A_MAP = 60;

/** The sides of a map's window may be so long, degrees: about a hundred kilometres. */
export const MAP_SIDE_DEGREES = 1;

/** "113.85,35.28,113.91,35.33": west, south, east and north in degrees, at most six digits behind the point. */
const MapBounds = z.string().check(z.regex(/^-?\d{1,3}(\.\d{1,6})?(,-?\d{1,3}(\.\d{1,6})?){3}$/));

const where = {
  /** Degrees WGS-84. */
  position: Position,
  /** The same place as maps in China draw it, degrees GCJ-02. */
  mapPosition: Position,
};

const MapPoint = z.object({
  id: Id,
  name: z.string(),
  services: z.array(CareService),
  /** Of the service asked for; of any of them when none was. */
  isOpenNow: z.boolean(),
  /** "营业到 13:00" or "明天 11:30 开门". */
  openLabel: z.string(),
  freshness: Freshness,
  /** Straight line from the community, metres. */
  distanceMetres: z.int(),
  /** On foot from the community. */
  walkMinutes: z.int(),
  ...where,
});
export type MapPoint = z.infer<typeof MapPoint>;

/** Care points that lie close together; the place is the middle of them. */
const MapCluster = z.object({ count: z.int(), ...where });
export type MapCluster = z.infer<typeof MapCluster>;

const CarePointMap = z.object({
  communityName: z.string(),
  /** Where the community lies; null where nobody knows, and then nothing is shown. */
  center: z.nullable(z.object(where)),
  /** How far one gets on foot, straight line: a third, two thirds and all of the circle's minutes. */
  rings: z.array(z.object({ minutes: z.int(), metres: z.int() })),
  /** Each of them, nearest to the community first, while there are at most sixty; else none. */
  points: z.array(MapPoint),
  /** None while there are at most sixty. */
  clusters: z.array(MapCluster),
  total: z.int(),
});
export type CarePointMap = z.infer<typeof CarePointMap>;

/** Where care points lie, for a map. */
export const mapContract = defineContract({
  name: "care-point-map",
  errors: {},
  endpoints: {
    getCarePointMap: {
      method: "GET",
      path: "/care-point-map",
      summary: "Care points in a window of the map, those of the community's surroundings where none is given",
      access: "public",
      query: z.strictObject({
        communityId: Id,
        /** As the map has it: degrees GCJ-02. */
        bounds: z.optional(MapBounds),
        service: z.optional(CareService),
        openNow: z.optional(Flag),
        accessibility: z.optional(AccessibilityMark),
        accepts: z.optional(Acceptance),
        graded: z.optional(Flag),
      }),
      response: CarePointMap,
    },
  },
});
