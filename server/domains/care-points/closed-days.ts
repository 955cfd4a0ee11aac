import { addDays } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import { shortDate } from "@server/core/calendar";

/** A day on which a care point is closed although its week says open. */
export interface ClosedDay {
  readonly date: ServiceDate;
  /** For the sign on the door: "设备检修", "春节". */
  readonly reason: string;
}

const CITY_REASON = "全市停业";
const TOLD_AHEAD_DAYS = 31;

interface Calendars {
  /** A care point's own; its reason is told where both name a day. */
  readonly own: readonly ClosedDay[];
  readonly city: readonly ServiceDate[] | undefined;
}

/** The closed days of a care point and of its city as one calendar, in order of time, each day once. */
export function joinClosedDays({ own, city = [] }: Calendars): ClosedDay[] {
  const byDate = new Map(city.map((date) => [date, CITY_REASON]));
  for (const { date, reason } of own) byDate.set(date, reason);
  return [...byDate].map(([date, reason]) => ({ date, reason })).sort((a, b) => a.date.localeCompare(b.date));
}

/**
 * The closed days from today to a month ahead in words, days in a row for one reason on one line: "11月25日 停业：设备检修",
 * "2月6日到2月12日 停业：春节".
 * @param days in order of time
 */
export function closedDayLines({ days, today }: { days: readonly ClosedDay[]; today: ServiceDate }): string[] {
  const last = addDays(today, TOLD_AHEAD_DAYS);
  const runs: { from: ServiceDate; to: ServiceDate; reason: string }[] = [];
  for (const { date, reason } of days.filter((day) => today <= day.date && day.date <= last)) {
    const run = runs.at(-1);
    if (run?.reason === reason && addDays(run.to, 1) === date) run.to = date;
    else runs.push({ from: date, to: date, reason });
  }
  return runs.map(({ from, to, reason }) => {
    const when = from === to ? shortDate(from) : `${shortDate(from)}到${shortDate(to)}`;
    return `${when} 停业：${reason}`;
  });
}
