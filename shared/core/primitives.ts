import * as z from "zod/mini";

const LONE_SURROGATE = /\p{Surrogate}/u;
// Control characters, bidi overrides and zero-width signs: they hide text from the person who reads it.
const HIDDEN = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u;

/** Opaque id; nobody parses it. 1 to 64 letters, digits, `-` or `_`. */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
export type Id = z.infer<typeof Id>;

/**
 * Text a person typed: well-formed Unicode without control or hidden characters, NFC, trimmed.
 * @param limits longest length in UTF-16 units; the empty string is refused
 */
export const text = ({ max }: { max: number }) =>
  z.string().check(
    z.maxLength(max),
    z.refine((value) => !LONE_SURROGATE.test(value) && !HIDDEN.test(value), "hidden_characters"),
    z.overwrite((value) => value.normalize("NFC").trim()),
    z.minLength(1),
  );

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Whether a `YYYY-MM-DD` string names a day that exists, 1900 to 2199. */
export function isRealDay(value: string): boolean {
  const match = /^(19|20|21)(\d{2})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const year = Number(`${match[1]}${match[2]}`);
  const month = Number(match[3]);
  const day = Number(match[4]);
  const length = month === 2 && isLeapYear(year) ? 29 : DAYS_IN_MONTH[month - 1];
  return length !== undefined && day >= 1 && day <= length;
}

/** A business day or a birth date: `YYYY-MM-DD`, that day in Asia/Shanghai. Never a `Date`: summer times move it. */
export const ServiceDate = z.string().check(z.maxLength(10), z.refine(isRealDay, "not_a_day"));
export type ServiceDate = z.infer<typeof ServiceDate>;

/** A time of day in Asia/Shanghai, `HH:MM`, 00:00 to 23:59. */
export const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** An instant, ISO 8601 in UTC with milliseconds; only for "when did it happen" and "until when". */
export const Instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));
export type Instant = z.infer<typeof Instant>;

/** Money in whole fen (1 yuan = 100 fen), never negative, at most 100,000 yuan. */
export const Fen = z.int().check(z.minimum(0), z.maximum(10_000_000));
export type Fen = z.infer<typeof Fen>;

/** A mainland mobile number, 11 digits. Personal: sealed at rest, never in a URL or a log. */
export const MobilePhone = z.string().check(z.regex(/^1[3-9]\d{9}$/));

/** Where a list goes on: opaque, made by the server. */
export const Cursor = z.string().check(z.maxLength(200), z.regex(/^[A-Za-z0-9_-]+$/));

/** A yes in a query string; anything else is refused, leave it out to say no. */
export const Flag = z.literal("yes");
