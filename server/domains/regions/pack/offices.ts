import * as z from "zod/mini";
import { Id } from "@shared/core/primitives";
import { Phone, saidBy, Sources, Words } from "./values";

/** Whom a question about the network goes to at one level. */
const Office = z.strictObject({
  /** By its name in `city.json`. */
  level: Words,
  name: Words,
  /** The side it answers for; one that answers for both stands twice. */
  side: z.enum(["elders", "children"]),
  ...saidBy,
});

export const Offices = z.strictObject({
  sources: Sources,
  /** The level whose office says yes to an entry, by its name in `city.json`; it must be the district's. */
  verifyingLevel: Words,
  offices: z.array(Office),
  /** One row for each region of the verifying level; null where nobody published a phone: the helpline answers. */
  guidanceCentres: z.array(z.strictObject({ regionId: Id, phone: z.nullable(Phone) })),
});
export type Offices = z.infer<typeof Offices>;
