import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { CareService } from "@shared/core/network";
import { Id } from "@shared/core/primitives";

/** One place in the region tree. Levels and their names are data: 市–县–乡–村 in one city, 区–街道–社区 in another. */
export const Region = z.object({
  id: Id,
  name: z.string(),
  /** The level's own word in its city, such as 街道. */
  levelName: z.string(),
  /** Whether people live here by address: only such a region can be chosen as one's community. */
  isCommunity: z.boolean(),
  /** Invented for the demo; no published source names it. */
  isDemo: z.boolean(),
});
export type Region = z.infer<typeof Region>;

/** Who walks to a service: an elder, or somebody with a pram. */
const Walker = z.enum(["elder", "pram"]);

/** What a region's city calls things, whom one asks, and what is to be within some minutes on foot. */
const RegionGuide = z.object({
  region: Region,
  /** The levels of its city from the top, by their own words; the district's office verifies entries. */
  levels: z.array(z.object({ name: z.string(), isDistrict: z.boolean(), isCommunity: z.boolean() })),
  /** Whom one calls about care here: the district's guidance centre, or the helpline where its phone is not published. */
  contact: z.object({ name: z.string(), phone: z.string(), isHelpline: z.boolean() }),
  /** The offices that answer for the network, by level and side. */
  offices: z.array(z.object({ levelName: z.string(), name: z.string(), side: z.enum(["elders", "children"]) })),
  circle: z.object({
    /** The city's word for it: 十五分钟养老托育服务圈. */
    name: z.string(),
    minutes: z.int(),
    services: z.array(
      z.object({
        service: CareService,
        walker: Walker,
        /** No paper of the city names this service; it is our reading. */
        isAssumption: z.boolean(),
      }),
    ),
  }),
  /** What is said of an entry that is overdue, and above those that have sunk: 该核对了, 很久没核对. */
  freshness: z.object({ overdue: z.string(), sunken: z.string() }),
});
export type RegionGuide = z.infer<typeof RegionGuide>;

export const regionsContract = defineContract({
  name: "regions",
  errors: {},
  endpoints: {
    listRegions: {
      method: "GET",
      path: "/regions",
      summary: "The regions below one region, or the cities this server runs",
      access: "public",
      query: z.strictObject({ parentId: z.optional(Id) }),
      response: z.object({
        /** From the city down to the region asked for; empty at the top. */
        path: z.array(Region),
        children: z.array(Region),
      }),
    },
    getRegionGuide: {
      method: "GET",
      path: "/regions/:regionId",
      summary: "The words, contacts and quarter-hour circle of a region's city",
      access: "public",
      params: z.strictObject({ regionId: Id }),
      response: RegionGuide,
    },
  },
});
