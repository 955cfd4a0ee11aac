import * as z from "zod/mini";
import { Id, ServiceDate } from "@shared/core/primitives";
import { Key, Sources, Words } from "./values";

/** How a figure is read: the state to be reached, or what is added to the one before. */
const Reading = z.enum(["level", "delta"]);

/** One place in the paper that gives the goal a day or a reading; two where it contradicts itself. */
const Statement = z.strictObject({
  due: z.optional(ServiceDate),
  reading: z.optional(Reading),
  article: z.optional(Words),
});

const Goal = z.strictObject({
  value: z.number(),
  comparison: z.optional(z.enum(["at_least", "at_most"])),
  /** One in each region of the level that must have it, not so many in all. */
  isOneEach: z.optional(z.literal(true)),
  /** Worked out from a printed rate; the paper does not print it. */
  isImplied: z.optional(z.literal(true)),
  thenValue: z.optional(z.number()),
  stated: z.array(Statement),
});

/** The whole of which the actual figure is a part; implied where only the rate is printed. */
const Whole = z.strictObject({
  value: z.int().check(z.minimum(1)),
  isImplied: z.optional(z.literal(true)),
  /** Every whole from the first to the last gives the printed rate. */
  range: z.optional(z.tuple([z.int(), z.int()])),
});

const Actual = z.strictObject({
  value: z.number(),
  /** The paper prints "1500+". */
  isAtLeast: z.optional(z.literal(true)),
  of: z.optional(Whole),
  reading: z.optional(Reading),
  asOf: z.optional(ServiceDate),
});

/** Figures as text, by what they are: `{ "rate": "67%" }`. */
const Figures = z.record(z.string(), Words);

/** One figure a city's government set itself or reported. */
const Target = z.strictObject({
  indicator: Key,
  name: Words,
  unit: Words,
  source: Words,
  /** A part of the city that it is about; otherwise all of it. */
  regionId: z.optional(Id),
  period: z.optional(z.string().check(z.regex(/^\d{4}(-H[12])?$/))),
  goal: z.optional(Goal),
  actual: z.optional(Actual),
  /** What the paper prints. */
  printed: z.optional(Figures),
  /** What follows from its figures and is printed nowhere. */
  implied: z.optional(Figures),
  note: z.optional(Words),
});
export type Target = z.infer<typeof Target>;

export const Targets = z.strictObject({ sources: Sources, targets: z.array(Target) });
