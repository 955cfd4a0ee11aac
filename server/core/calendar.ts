import chineseDays from "chinese-days";
import { addDays, businessDay, daysBetween, timeOfDay, weekday } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";

const { getLunarDate, getSolarTermDate } = chineseDays;

type SolarTermKey = Parameters<typeof getSolarTermDate>[2];

/** 节气, two in each month from January on. */
const SOLAR_TERMS: readonly (readonly [SolarTermKey, string])[] = [
  ["lesser_cold", "小寒"],
  ["greater_cold", "大寒"],
  ["the_beginning_of_spring", "立春"],
  ["rain_water", "雨水"],
  ["the_waking_of_insects", "惊蛰"],
  ["the_spring_equinox", "春分"],
  ["pure_brightness", "清明"],
  ["grain_rain", "谷雨"],
  ["the_beginning_of_summer", "立夏"],
  ["lesser_fullness_of_grain", "小满"],
  ["grain_in_beard", "芒种"],
  ["the_summer_solstice", "夏至"],
  ["lesser_heat", "小暑"],
  ["greater_heat", "大暑"],
  ["the_beginning_of_autumn", "立秋"],
  ["the_end_of_heat", "处暑"],
  ["white_dew", "白露"],
  ["the_autumn_equinox", "秋分"],
  ["code_dew", "寒露"],
  ["frost_descent", "霜降"],
  ["the_beginning_of_winter", "立冬"],
  ["lesser_snow", "小雪"],
  ["greater_snow", "大雪"],
  ["the_winter_solstice", "冬至"],
];

const WEEKDAYS = "日一二三四五六";
const NEAR_DAYS: Readonly<Record<number, string>> = { [-1]: "昨天", 0: "今天", 1: "明天", 2: "后天" };

/** Past these years chinese-days answers wrongly instead of refusing; its table of holidays ends far sooner. */
const isInTable = (year: number): boolean => year >= 1900 && year <= 2099;

const parts = (date: ServiceDate) => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day };
};

/** "11月22日". */
export function shortDate(date: ServiceDate): string {
  const { month, day } = parts(date);
  return `${month}月${day}日`;
}

/** "2026年11月22日". */
export const longDate = (date: ServiceDate): string => `${parts(date).year}年${shortDate(date)}`;

/** "11月23日 星期一". */
export const dateLabel = (date: ServiceDate): string => `${shortDate(date)} 星期${WEEKDAYS[weekday(date)] ?? ""}`;

/** 昨天, 今天, 明天, 后天 by how many days ahead; undefined for others. */
export const nearDay = (daysAhead: number): string | undefined => NEAR_DAYS[daysAhead];

/** 昨天, 今天, 明天, 后天, else the weekday: 周三. */
export const dayLabel = ({ date, today }: { date: ServiceDate; today: ServiceDate }): string =>
  nearDay(daysBetween(today, date)) ?? `周${WEEKDAYS[weekday(date)] ?? ""}`;

interface Instant {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Of whoever reads it, epoch milliseconds. */
  readonly now: number;
}

/** "今天 10:05", "昨天 18:00", "11月20日 18:00"; of another year than this "2025年11月20日 18:00". */
export function instantLabel({ at, now }: Instant): string {
  const [date, today] = [businessDay(at), businessDay(now)];
  const far = parts(date).year === parts(today).year ? shortDate(date) : longDate(date);
  return `${nearDay(daysBetween(today, date)) ?? far} ${timeOfDay(at)}`;
}

/** The solar term that begins on a day; null on the other days, and where the calendar is not known. */
export function solarTermOn(date: ServiceDate): string | null {
  const { year, month } = parts(date);
  if (!isInTable(year)) return null;
  // chinese-days reads a day as UTC but writes it in the computer's zone, west of Greenwich a day early. Its own
  // writing of the very day takes the same turn, so the two are compared.
  const written = getLunarDate(date).date;
  const terms = SOLAR_TERMS.slice(2 * month - 2, 2 * month);
  return terms.find(([key]) => getSolarTermDate(year, month, key) === written)?.[1] ?? null;
}

/** "农历十月十四"; null where the calendar is not known. */
export function lunarLabel(date: ServiceDate): string | null {
  // The lunar year that holds January began the year before.
  if (!isInTable(parts(date).year) || !isInTable(parts(addDays(date, -60)).year)) return null;
  const { lunarMonCN, lunarDayCN } = getLunarDate(date);
  return `农历${lunarMonCN}${lunarDayCN}`;
}

/** "11月22日 星期日 · 小雪", on a day without a solar term "11月23日 星期一 · 农历十月十五". */
export const todayLabel = (today: ServiceDate): string =>
  [dateLabel(today), solarTermOn(today) ?? lunarLabel(today)].filter((part) => part !== null).join(" · ");
