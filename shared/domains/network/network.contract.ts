import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Cursor, Id } from "@shared/core/primitives";
import { Gap, NetworkState, RequirementKey } from "./network-shapes";

export const networkContract = defineContract({
  name: "network",
  errors: {},
  endpoints: {
    getNetwork: {
      method: "GET",
      path: "/network",
      summary:
        "What a region's network must hold, what it holds, what is missing, and how that compares with its targets",
      access: "public",
      query: z.strictObject({ regionId: Id }),
      response: NetworkState,
    },
    listGaps: {
      method: "GET",
      path: "/network/gaps",
      summary: "The regions that lack one requirement, by district and name, each with who is responsible",
      access: "public",
      query: z.strictObject({ regionId: Id, requirement: RequirementKey, cursor: z.optional(Cursor) }),
      response: z.object({
        requirement: z.object({ key: z.string(), name: z.string(), levelName: z.string() }),
        /** All of them, on this page and the others. */
        total: z.int(),
        /** At most twenty. */
        gaps: z.array(Gap),
        nextCursor: z.nullable(Cursor),
      }),
    },
  },
});
