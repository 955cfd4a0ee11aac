import * as z from "zod/mini";
import { CareService } from "@shared/core/network";
import { saidBy, Sources, Words } from "./values";

const MetresPerSecond = z.number().check(z.minimum(0.3), z.maximum(2));

export const Pace = z.strictObject({
  elderMetresPerSecond: MetresPerSecond,
  /** Somebody with a pram. */
  pramMetresPerSecond: MetresPerSecond,
  /** The services to which one goes with a pram; to all others an elder walks. */
  pramServices: z.array(CareService),
  /** Length of the real way over the straight line. */
  detourFactor: z.number().check(z.minimum(1), z.maximum(3)),
  isAssumption: z.boolean(),
  source: Words,
});
export type Pace = z.infer<typeof Pace>;

const Circle = z.strictObject({
  /** The city's own word for it. */
  name: Words,
  minutes: z.int().check(z.minimum(5), z.maximum(60)),
  services: z.array(z.strictObject({ service: CareService, ...saidBy })).check(
    z.minLength(1),
    z.refine((all) => new Set(all.map(({ service }) => service)).size === all.length, "a service stands twice"),
  ),
  ...saidBy,
});

/** The services that each community is to have within some minutes on foot. */
export const CircleFile = z.strictObject({ sources: Sources, circle: Circle });
export type Circle = z.infer<typeof Circle>;
