import chineseDays from "chinese-days";
import { addDays, weekday } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";

const { getDayDetail } = chineseDays;

const [SUNDAY, SATURDAY] = [0, 6];

/**
 * Days off that stand in the law itself, `MM-DD` (全国年节及纪念日放假办法, 2024 年修订, 第二条). They hold for a year whose
 * arrangement of 调休 is not published yet; the lunar ones and the moved weekends are not known then.
 */
const FIXED_HOLIDAYS = new Set(["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"]);

/**
 * What the State Council's table says of a day; undefined when it says nothing, as of most. West of Greenwich chinese-days
 * shifts the day it reads and its table alike, but not the days of the week: those are asked of our own calendar.
 */
function arranged(date: ServiceDate): { readonly work: boolean } | undefined {
  const { name, work } = getDayDetail(date);
  return name.includes(",") ? { work } : undefined;
}

/** Past its table chinese-days answers wrongly instead of refusing: a year that it knows has a National Day. */
const isPublished = (date: ServiceDate): boolean => arranged(`${date.slice(0, "YYYY".length)}-10-01`) !== undefined;

/** Whether offices work on a day, by the State Council's arrangement of the year with its moved weekends (调休). */
export function isWorkingDay(date: ServiceDate): boolean {
  const isWeekend = weekday(date) === SUNDAY || weekday(date) === SATURDAY;
  if (isPublished(date)) return arranged(date)?.work ?? !isWeekend;
  return !isWeekend && !FIXED_HOLIDAYS.has(date.slice("YYYY-".length));
}

/** The last of so many working days after a day, which itself does not count (民法典 第二百零一条). */
export function addWorkingDays(date: ServiceDate, count: number): ServiceDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
