import * as z from "zod/mini";
import { Id, ServiceDate } from "@shared/core/primitives";

const Words = z.string().check(z.minLength(1), z.maxLength(200));

/** Where a value comes from: the paper's label in the project's design papers, its title and its day or year. */
const Source = z.strictObject({
  label: Words,
  title: Words,
  publishedOn: z.string().check(z.regex(/^\d{4}(-\d{2}-\d{2})?$/)),
});

/** WGS-84 degrees, within China. */
const Position = z.strictObject({
  latitude: z.number().check(z.minimum(3), z.maximum(54)),
  longitude: z.number().check(z.minimum(73), z.maximum(136)),
});
export type Position = z.infer<typeof Position>;

/** A level of the tree with its own word; `district` is how far a care point's staff reach, `community` where people live. */
const Level = z.strictObject({ name: Words, role: z.optional(z.enum(["district", "community"])) });

const City = z.strictObject({
  id: Id,
  name: Words,
  /** Province and, for a district, its city. */
  within: Words,
  levels: z.array(Level).check(
    z.minLength(2),
    z.refine((levels) => levels.filter(({ role }) => role === "district").length === 1, "needs exactly one district"),
    z.refine((levels) => levels.findIndex(({ role }) => role === "community") === levels.length - 1, {
      message: "the community must be the last level and the only one",
    }),
  ),
  helpline: z.strictObject({ phone: z.string().check(z.regex(/^\d{3,12}$/)), name: Words, source: Words }),
  source: Source,
});

const Regions = z.strictObject({
  source: Source,
  seatNote: z.optional(Words),
  regions: z.array(z.strictObject({ id: Id, name: Words, parentId: Id, seat: z.nullable(Position) })),
});

/** One figure a city's government set itself or reported; two readings or dates where its paper prints two. */
const Target = z.strictObject({
  indicator: z.string().check(z.regex(/^[a-z0-9-]{3,60}$/)),
  name: Words,
  unit: Words,
  source: Words,
  period: z.optional(z.string().check(z.regex(/^\d{4}(-H[12])?$/))),
  readings: z.optional(z.array(z.enum(["level", "delta"])).check(z.minLength(1))),
  goal: z.optional(
    z.strictObject({
      value: z.number(),
      comparison: z.optional(z.enum(["at_least", "at_most"])),
      due: z.optional(z.array(ServiceDate).check(z.minLength(1))),
      thenValue: z.optional(z.number()),
    }),
  ),
  actual: z.optional(
    z.strictObject({
      value: z.number(),
      asOf: z.optional(ServiceDate),
      isNumeratorOnly: z.optional(z.literal(true)),
    }),
  ),
  printed: z.optional(z.record(z.string(), Words)),
  note: z.optional(Words),
});

const Targets = z.strictObject({ source: Source, targets: z.array(Target) });

const Pace = z.strictObject({
  elderMetresPerSecond: z.number().check(z.minimum(0.3), z.maximum(2)),
  /** Length of the real way over the straight line. */
  detourFactor: z.number().check(z.minimum(1), z.maximum(3)),
  isAssumption: z.boolean(),
  source: Words,
});
export type Pace = z.infer<typeof Pace>;

const Calendar = z.strictObject({ holidays: z.literal("national"), closedDays: z.array(ServiceDate), source: Words });

/** The files of `config/regions/<city>/` and what each must hold; a file that is not named here is a fault. */
export const packFiles = {
  "city.json": City,
  "regions.json": Regions,
  "targets.json": Targets,
  "pace.json": Pace,
  "calendar.json": Calendar,
} as const;

export type PackFile = keyof typeof packFiles;
type Parsed = { readonly [F in PackFile]: z.infer<(typeof packFiles)[F]> };

/** One city's own data: everything about it that is not code. */
export interface RegionPack {
  readonly city: Parsed["city.json"];
  readonly regions: Parsed["regions.json"]["regions"];
  readonly targets: Parsed["targets.json"]["targets"];
  readonly pace: Pace;
  readonly calendar: Parsed["calendar.json"];
}

export const assemblePack = (files: Parsed): RegionPack => ({
  city: files["city.json"],
  regions: files["regions.json"].regions,
  targets: files["targets.json"].targets,
  pace: files["pace.json"],
  calendar: files["calendar.json"],
});
