import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
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
  },
});
