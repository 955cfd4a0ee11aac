import * as z from "zod/mini";
import { Fen, ServiceDate, TimeOfDay } from "./primitives";

/** What helps to get in and to stay: 坡道, 电梯, 无障碍卫生间, 第三卫生间, 母婴室, 轮椅能进, 助听回路. */
export const AccessibilityMark = z.enum([
  "ramp",
  "lift",
  "accessible_toilet",
  "third_toilet",
  "baby_room",
  "wheelchair",
  "hearing_loop",
]);
export type AccessibilityMark = z.infer<typeof AccessibilityMark>;

/** Whom a care point takes beyond those who look after themselves: 失能, 失智, 有家人陪同的. */
export const Acceptance = z.enum(["disabled", "demented", "with_companion"]);
export type Acceptance = z.infer<typeof Acceptance>;

/** Until when something is open, `HH:MM`; 24:00 is the end of the day. */
export const ClosingTime = z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/));

/** When a service is open on one day of the week, 0 = Sunday; several rows a day are breaks between them. */
export const OpeningHours = z.object({
  weekday: z.int().check(z.minimum(0), z.maximum(6)),
  opens: TimeOfDay,
  closes: ClosingTime,
});
export type OpeningHours = z.infer<typeof OpeningHours>;

/** How many fit, without the day: for lists where the day stands elsewhere. */
export const capacityFields = {
  value: z.int().check(z.minimum(0), z.maximum(100_000)),
  /** 张 (beds), 个 (places), 份 (meals a day), 平方米. */
  unit: z.enum(["beds", "places", "meals_a_day", "square_metres"]),
};

/** How many fit, in the unit the paper names, and on which day that was true. */
export const Capacity = z.object({ ...capacityFields, asOf: ServiceDate });
export type Capacity = z.infer<typeof Capacity>;

/** From the lowest to the highest price one is asked; equal where there is one price, 0 where it is free. */
export const PriceRange = z.object({
  fromFen: Fen,
  toFen: Fen,
  per: z.enum(["meal", "hour", "day", "month", "visit"]),
});
export type PriceRange = z.infer<typeof PriceRange>;

/**
 * How sure an entry still is: `current`; `overdue`, when its day to be confirmed has passed; `stale`, when nobody
 * confirmed it for so long that it stands in a part of its own. After that it leaves the lists.
 */
export const Freshness = z.enum(["current", "overdue", "stale"]);
export type Freshness = z.infer<typeof Freshness>;
