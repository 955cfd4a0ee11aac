import * as z from "zod/mini";
import { Id, ServiceDate } from "@shared/core/primitives";

/** A place in the region tree. */
const Region = z.object({
  id: Id,
  name: z.string(),
  /** The level's own word in its city, such as 街道. */
  levelName: z.string(),
  isCommunity: z.boolean(),
  /** Invented for the demo; no published source names it. */
  isDemo: z.boolean(),
});

/** What a value is taken from: the paper, where in it, and whether it is our reading rather than its words. */
export const Said = z.object({
  /** The paper's short name here: 002, 民发〔2024〕20号. */
  label: z.string(),
  title: z.string(),
  /** Its day, month or year: `2023-09-20`, `2021-09`, `2022`. */
  publishedOn: z.string(),
  article: z.nullable(z.string()),
  isAssumption: z.boolean(),
});
export type Said = z.infer<typeof Said>;

/** Whom one asks about a gap: the office that answers for it, and the phone on which one reaches somebody. */
export const Responsible = z.object({
  /** Null where the city names no office for it. */
  officeName: z.nullable(z.string()),
  /** The district's guidance centre, or the helpline where its phone is not published. */
  contact: z.object({ name: z.string(), phone: z.string(), isHelpline: z.boolean() }),
});
export type Responsible = z.infer<typeof Responsible>;

/**
 * What the regions of one level must have. `one_per_region`: each one of its own. `served_share`: each is served, also by
 * a neighbour's. `count_to_target`: as many in all as the city's target says.
 */
export const RequirementState = z.object({
  key: z.string(),
  name: z.string(),
  levelName: z.string(),
  measure: z.enum(["one_per_region", "served_share", "count_to_target"]),
  /** The day by which it must stand; null where no paper says one. */
  due: z.nullable(ServiceDate),
  /** Regions of the level, or the target; null where the target of the whole city was not split so far down. */
  required: z.nullable(z.int()),
  /** Regions that have it or are served; for a target the facilities there are. */
  existing: z.int(),
  missing: z.nullable(z.int()),
  /** "67%", rounded as papers round; "—" of nothing. */
  percent: z.string(),
  /** Regions of the level in which there is none; `listGaps` names them. */
  regionsWithout: z.int(),
  responsible: Responsible,
  source: Said,
});
export type RequirementState = z.infer<typeof RequirementState>;

/** A rate or a whole, and whether the paper prints it or it was worked out. */
const PaperFigure = z.object({ value: z.string(), isImplied: z.boolean() });

/** What is left of a goal and how many a month that takes; null when no whole month is left and something is. */
const Pace = z.object({ left: z.int(), monthsLeft: z.int(), perMonth: z.nullable(z.int()) });

const Goal = z.object({
  value: z.number(),
  comparison: z.enum(["at_least", "at_most"]),
  /** One in each region of the level. */
  isOneEach: z.boolean(),
  isImplied: z.boolean(),
  /** Two where the paper contradicts itself. */
  stated: z.array(
    z.object({
      due: z.nullable(ServiceDate),
      /** The state to be reached, or what is added to the one before. */
      reading: z.nullable(z.enum(["level", "delta"])),
      article: z.nullable(z.string()),
      /** Null without a day, or where the goal is no count to be reached. */
      pace: z.nullable(Pace),
    }),
  ),
});

/** A figure that the city set itself or reported, beside what the entries give today. */
export const TargetState = z.object({
  indicator: z.string(),
  /** The requirement whose entries are counted. */
  requirement: z.string(),
  name: z.string(),
  unit: z.string(),
  goal: z.nullable(Goal),
  /** Counted from the entries. */
  counted: z.object({ value: z.int(), of: z.nullable(z.int()), percent: z.nullable(z.string()), asOf: ServiceDate }),
  /** What the paper says; null where it reports nothing. */
  paper: z.nullable(
    z.object({
      value: z.number(),
      /** The paper prints "1500+". */
      isAtLeast: z.boolean(),
      asOf: z.nullable(ServiceDate),
      of: z.nullable(PaperFigure),
      percent: z.nullable(PaperFigure),
    }),
  ),
  note: z.nullable(z.string()),
  source: Said,
});
export type TargetState = z.infer<typeof TargetState>;

/** The network of a region: what must exist in it and below it, what does, what is missing. */
export const NetworkState = z.object({
  /** From the city down, the region asked for last. */
  path: z.array(Region),
  asOf: ServiceDate,
  /** What lacks most first. */
  requirements: z.array(RequirementState),
  /** The whole city's, or those about this region. */
  targets: z.array(TargetState),
  /** The regions directly below, without communities; what lacks most first. */
  below: z.array(z.object({ region: Region, missing: z.int() })),
});
export type NetworkState = z.infer<typeof NetworkState>;

/** A region that lacks what its level must have. */
export const Gap = z.object({
  region: Region,
  /** What lies between the city and it: "红旗区 春风街道"; empty for a district. */
  within: z.string(),
  responsible: Responsible,
});
export type Gap = z.infer<typeof Gap>;

/** A requirement's key in its region pack. */
export const RequirementKey = Id;
