import * as z from "zod/mini";
import { Id, ServiceDate } from "@shared/core/primitives";
import { StateCount } from "./build-out-shapes";

/** One county's part of the city's target, and what became of it. */
export const CountyProgress = z.object({
  regionId: Id,
  name: z.string(),
  /** Its share of the target; null until the city has split it. */
  target: z.nullable(z.int()),
  /** Plated or later, and not closed. */
  done: z.int(),
  /** On its way: proposed to built. */
  underWay: z.int(),
  /** "58.3%"; "—" without a share. */
  percent: z.string(),
  /** Null without a share. */
  left: z.nullable(z.int()),
  /** 1 is the furthest; who is as far stands as high. Null without a share and for a share of 0. */
  rank: z.nullable(z.int()),
});
export type CountyProgress = z.infer<typeof CountyProgress>;

/** How far a city's programme is, counted from its points when it is asked for. */
export const Progress = z.object({
  cityId: Id,
  cityName: z.string(),
  asOf: ServiceDate,
  /** The target of the city's pack; null where it has none. */
  target: z.nullable(
    z.object({
      value: z.int(),
      due: z.nullable(ServiceDate),
      /** "2024年12月31日". */
      dueLabel: z.nullable(z.string()),
      /** Where the target stands: "新乡市新闻发布会：市民政局、市教育局". */
      source: z.string(),
    }),
  ),
  done: z.int(),
  underWay: z.int(),
  /** "47.0%"; "—" without a target. */
  percent: z.string(),
  /** Null without a target. */
  left: z.nullable(z.int()),
  /** Whole months until the target is due; null without a day. */
  monthsLeft: z.nullable(z.int()),
  /** So many a month until it is due, rounded up; null without a target, and when no month is left and something is. */
  perMonth: z.nullable(z.int()),
  /** How many points stand where, each state once, in the order of the way. */
  byState: z.array(StateCount),
  /** The furthest first; without shares by what is done. */
  counties: z.array(CountyProgress),
  /** How the target was split, the newest first: the first one holds. At most ten; none for who works at no office of it. */
  splits: z.array(
    z.object({
      /** "2026年11月22日 10:05". */
      atLabel: z.string(),
      /** Null for somebody who has left. */
      person: z.nullable(z.string()),
      shares: z.array(z.object({ regionId: Id, name: z.string(), value: z.int() })),
    }),
  ),
  abilities: z.object({ split: z.boolean() }),
});
export type Progress = z.infer<typeof Progress>;

/** A batch as it was published. */
export const Batch = z.object({
  id: Id,
  /** "第一批". */
  name: z.string(),
  /** "2026年11月22日". */
  publishedLabel: z.string(),
  /** Null for somebody who has left. */
  person: z.nullable(z.string()),
  mealPoints: z.array(z.object({ id: Id, name: z.string(), plaqueNumber: z.string() })),
});
export type Batch = z.infer<typeof Batch>;

/** What stands on the printed sheet of a plaque. */
export const Plate = z.object({
  mealPointId: Id,
  carePointId: Id,
  /** With the city it is what the QR code leads to: the app's plaque page, which asks `openPlaque`. */
  cityId: Id,
  plaqueNumber: z.string(),
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  /** From the city down: "新乡市 红旗区 春风社区". */
  regionNames: z.array(z.string()),
});
export type Plate = z.infer<typeof Plate>;
