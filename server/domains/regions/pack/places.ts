import * as z from "zod/mini";
import { Id, ServiceDate } from "@shared/core/primitives";
import { Phone, Position, Source, Words } from "./values";

/** A level of the tree with its own word; `district` is how far a care point's staff reach, `community` where people live. */
const Level = z.strictObject({ name: Words, role: z.optional(z.enum(["district", "community"])) });

export const City = z.strictObject({
  id: Id,
  name: Words,
  /** Province and, for a district, its city. */
  within: Words,
  levels: z.array(Level).check(
    z.minLength(2),
    z.refine((levels) => new Set(levels.map(({ name }) => name)).size === levels.length, "two levels have one name"),
    z.refine((levels) => levels.filter(({ role }) => role === "district").length === 1, "needs exactly one district"),
    z.refine((levels) => levels.findIndex(({ role }) => role === "community") === levels.length - 1, {
      message: "the community must be the last level and the only one",
    }),
  ),
  helpline: z.strictObject({ phone: Phone, name: Words, source: Words }),
  source: Source,
});

export const Regions = z.strictObject({
  source: Source,
  seatNote: z.optional(Words),
  regions: z.array(z.strictObject({ id: Id, name: Words, parentId: Id, seat: z.nullable(Position) })),
});

export const Calendar = z.strictObject({
  holidays: z.literal("national"),
  closedDays: z.array(ServiceDate),
  source: Words,
});
