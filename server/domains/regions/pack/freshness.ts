import * as z from "zod/mini";
import { FacilityKind } from "@shared/core/network";
import { Words } from "./values";

/** How long an entry is believed; counted in days from the day it was last confirmed. */
export const Freshness = z
  .strictObject({
    isAssumption: z.boolean(),
    source: Words,
    /** Until it must be confirmed again, by kind; a kind that is missing is a fault. */
    confirmWithinDays: z.record(FacilityKind, z.literal([30, 60, 90])),
    /** Days after the due one until it sinks into the second part of the list. */
    sinksAfterDays: z.int().check(z.minimum(1), z.maximum(365)),
    /** Days after the due one until it leaves the list. */
    leavesAfterDays: z.int().check(z.minimum(1), z.maximum(730)),
    words: z.strictObject({
      /** Beside an entry that is overdue. */
      overdue: Words,
      /** Above the second part of the list. */
      sunken: Words,
    }),
  })
  .check(
    z.refine(({ sinksAfterDays, leavesAfterDays }) => sinksAfterDays < leavesAfterDays, {
      path: ["leavesAfterDays"],
      message: "an entry must sink before it leaves",
    }),
  );
export type Freshness = z.infer<typeof Freshness>;
