import type { ServiceDate, TimeOfDay } from "./primitives";

/** Asia/Shanghai has stood at +08:00 without summer time since 1991-09-15; only instants after that pass through here. */
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

const numbers = (date: ServiceDate) => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day };
};

/** Days since 1970-01-01 of a plain date; pure calendar arithmetic, no clock and no time zone. */
export const dayNumber = (date: ServiceDate): number => {
  const { year, month, day } = numbers(date);
  return Date.UTC(year, month - 1, day) / DAY_MS;
};

/** The plain date of a day number. */
export function dateOfDayNumber(days: number): ServiceDate {
  // Counted in 400-year eras that begin on 1 March, so that the leap day is the last of its year.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The date `count` days later (earlier when negative). */
export const addDays = (date: ServiceDate, count: number): ServiceDate => dateOfDayNumber(dayNumber(date) + count);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: ServiceDate, to: ServiceDate): number => dayNumber(to) - dayNumber(from);

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export const weekday = (date: ServiceDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/**
 * Completed years of age on a day. Someone born on 29 February turns a year older on 1 March of common years
 * (民法典 第二百零一条, 第二百零二条: a year ends on the corresponding day, and where there is none, on the month's last).
 */
export function ageOn({ birthDate, on }: { birthDate: ServiceDate; on: ServiceDate }): number {
  const birth = numbers(birthDate);
  const day = numbers(on);
  const hadBirthday = day.month > birth.month || (day.month === birth.month && day.day >= birth.day);
  return day.year - birth.year - (hadBirthday ? 0 : 1);
}

/** The instant, in epoch milliseconds, at which a Shanghai wall clock shows this date and time. */
export function instantAt({ date, time }: { date: ServiceDate; time: TimeOfDay }): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return dayNumber(date) * DAY_MS + (hours * 60 + minutes) * 60_000 - SHANGHAI_OFFSET_MS;
}

/** The Shanghai business day of an instant in epoch milliseconds. */
export const businessDay = (epochMs: number): ServiceDate =>
  dateOfDayNumber(Math.floor((epochMs + SHANGHAI_OFFSET_MS) / DAY_MS));

/** The Shanghai time of day of an instant in epoch milliseconds, `HH:MM`. */
export function timeOfDay(epochMs: number): TimeOfDay {
  const minutes = Math.floor(((((epochMs + SHANGHAI_OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/**
 * What holds on a day, of rows that replace each other from their `since` on, the earliest first.
 * @throws Error before the first row
 */
export function heldOn<Row extends { readonly since: ServiceDate }>(rows: readonly Row[], day: ServiceDate): Row {
  const row = rows.filter(({ since }) => since <= day).at(-1);
  if (!row) throw new Error(`nothing holds on ${day}`);
  return row;
}
