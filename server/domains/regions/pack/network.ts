import * as z from "zod/mini";
import { CareService, FacilityKind } from "@shared/core/network";
import { ServiceDate } from "@shared/core/primitives";
import { Key, saidBy, Sources, Words } from "./values";

/** What the regions of one level must have; any of the kinds will do. */
const Requirement = z.strictObject({
  key: Key,
  /** By its name in `city.json`. */
  level: Words,
  /** The city's own word for it. */
  name: Words,
  kinds: z.array(FacilityKind).check(z.minLength(1)),
  /**
   * `one_per_region`: each region has one of its own. `served_share`: each is served, also by a neighbour's.
   * `count_to_target`: as many as the target of `indicator` says, wherever they stand.
   */
  measure: z.enum(["one_per_region", "served_share", "count_to_target"]),
  /** The figure of `targets.json` that it is measured by. */
  indicator: z.optional(Key),
  due: z.optional(ServiceDate),
  services: z.optional(z.array(CareService)),
  functions: z.optional(z.array(Words)),
  hostedBy: z.optional(Words),
  rules: z.optional(z.array(Words)),
  ...saidBy,
});
export type Requirement = z.infer<typeof Requirement>;

/** What the network must hold, level by level; empty where the city published nothing. */
export const Network = z.strictObject({
  sources: Sources,
  requirements: z.array(Requirement).check(
    z.refine((all) => new Set(all.map(({ key }) => key)).size === all.length, "two requirements have one key"),
    z.refine(
      (all) => all.every(({ measure, indicator }) => measure !== "count_to_target" || indicator !== undefined),
      "a count to a target needs its indicator",
    ),
  ),
});
