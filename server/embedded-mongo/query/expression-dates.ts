import * as dates from "mingo/operators/expression/date";
import { EngineError, unsupported } from "../errors";
import { isDocument } from "../values/order";
import { evaluate, isNothing, type Operator } from "./expression-operands";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  try {
    const options = { timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" } as const;
    const format = new Intl.DateTimeFormat("en-US", {
      ...options,
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
    return format;
  } catch {
    throw new EngineError(40485, `unrecognized time zone identifier: "${timeZone}"`);
  }
}

function zoneMinutes(timeZone: string, date: Date): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(date)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return Math.round((local - Math.floor(date.getTime() / 1000) * 1000) / 60_000);
}

/** A time zone's offset at an instant, as `+08:00`: the form mingo reads without doubt. */
function offsetOf(timezone: string, date: Date): string {
  if (/^[+-]\d\d:\d\d$/.test(timezone)) return timezone;
  if (/^[+-]\d\d(\d\d)?$/.test(timezone)) return `${timezone.slice(0, 3)}:${timezone.slice(3) || "00"}`;
  const minutes = zoneMinutes(timezone, date);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

/** The letters of a format that mean here what they mean on MongoDB. */
const FORMAT_LETTERS = "YmdHMSLjuz";

function checkFormat(format: unknown): void {
  if (isNothing(format)) return;
  if (typeof format !== "string") throw new EngineError(18533, "$dateToString requires that 'format' be a string");
  const strange = [...format.matchAll(/%(.?)/gs)].find(([, letter]) => !letter || !FORMAT_LETTERS.includes(letter));
  if (strange) throw unsupported(`the letter '${strange[0]}' in a format of $dateToString`);
}

function zoned(name: string, operator: Operator): Operator {
  return (document, operand, options) => {
    const value = evaluate(document, Array.isArray(operand) && operand.length === 1 ? operand[0] : operand, options);
    const { date, timezone, onNull, ...others } = isDocument(value) ? value : { date: value };
    checkFormat(others["format"]);
    if (isNothing(date)) return onNull ?? null;
    if (timezone === null) return null;
    if (!(date instanceof Date)) throw new EngineError(16006, `can't convert to a Date in ${name}`);
    if (timezone !== undefined && typeof timezone !== "string")
      throw new EngineError(40517, "timezone must evaluate to a string");
    const offset = timezone === undefined ? "+00:00" : offsetOf(timezone, date);
    return operator(document, { ...others, date, timezone: offset }, options);
  };
}

function wrapAll(names: readonly string[]): Record<string, Operator> {
  const wrapped: Record<string, Operator> = {};
  for (const name of names) wrapped[name] = zoned(name, (dates as Record<string, unknown>)[name] as Operator);
  return wrapped;
}

/** Parts of a date and its text, in a time zone by name or offset; a missing date is null. */
export const dateOperators = wrapAll([
  "$dateToString",
  "$dayOfMonth",
  "$dayOfWeek",
  "$hour",
  "$isoDayOfWeek",
  "$minute",
  "$month",
  "$second",
  "$year",
]);
