import * as z from "zod/mini";

/** Words of a pack, shown to people or said about a value. */
export const Words = z.string().check(z.minLength(1), z.maxLength(200));

/** A name in small letters by which files of a pack refer to each other: `meal-points-built`. */
export const Key = z.string().check(z.regex(/^[a-z0-9-]{3,60}$/));

/** Where values come from: the paper's label, its title or what it is, and the day, month or year it came out. */
export const Source = z.strictObject({
  label: Words,
  title: Words,
  publishedOn: z.string().check(z.regex(/^\d{4}(-\d{2}){0,2}$/)),
});

/** The papers of one file; each value names one of them by its label. */
export const Sources = z.array(Source).check(z.minLength(1));

/** Which paper says so, and where in it; `isAssumption` is ours, until the city says otherwise. */
export const saidBy = {
  source: Words,
  article: z.optional(Words),
  isAssumption: z.optional(z.literal(true)),
};

/** WGS-84 degrees, within China. */
export const Position = z.strictObject({
  latitude: z.number().check(z.minimum(3), z.maximum(54)),
  longitude: z.number().check(z.minimum(73), z.maximum(136)),
});

/** A phone as one dials it, without an extension. */
export const Phone = z.string().check(z.regex(/^\d{3,12}$/));
