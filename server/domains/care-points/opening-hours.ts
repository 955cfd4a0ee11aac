import { addDays, businessDay, timeOfDay, weekday } from "@shared/core/dates";
import type { ServiceDate, TimeOfDay } from "@shared/core/primitives";
import type { OpeningHours } from "@shared/domains/care-points/care-point-shapes";
import { shortDate } from "@server/core/calendar";
import type { TimeSpan } from "./offering";
import { isInSeason, joinSpans, type HoursOn, type OpeningRule } from "./timetable";

const DAY_NAMES = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"] as const;
/** A week as people read it, from Monday. */
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;
/** A place that does not open again within so many days has no day to name. */
const LOOK_AHEAD_DAYS = 31;
const MIDNIGHT = "24:00";

/** A moment as a timetable sees it, in Asia/Shanghai. */
export interface WeekMoment {
  readonly date: ServiceDate;
  readonly time: TimeOfDay;
}

export const weekMoment = (epochMs: number): WeekMoment => ({
  date: businessDay(epochMs),
  time: timeOfDay(epochMs),
});

/** A week's hours in order of day and time, those that touch or overlap joined. */
export const tidyHours = (hours: readonly OpeningHours[]): OpeningHours[] =>
  [0, 1, 2, 3, 4, 5, 6].flatMap((day) =>
    joinSpans(hours.filter((one) => one.weekday === day)).map((span) => ({ weekday: day, ...span })),
  );

interface OpenState {
  readonly isOpenNow: boolean;
  /** "营业到 13:00", "全天开放", "今天 17:00 开门", "明天 11:30 开门", "星期三 10:30 开门", "2月13日 10:30 开门" or "暂停营业". */
  readonly openLabel: string;
}

/** What a door's sign would say at a moment. */
export function openStateAt({ hoursOn, moment }: { hoursOn: HoursOn; moment: WeekMoment }): OpenState {
  const now = hoursOn(moment.date).find(({ opens, closes }) => opens <= moment.time && moment.time < closes);
  if (now) return { isOpenNow: true, openLabel: openUntil(now) };
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const date = addDays(moment.date, ahead);
    const next = hoursOn(date).find((one) => ahead > 0 || one.opens > moment.time);
    if (next) return { isOpenNow: false, openLabel: `${dayWord({ ahead, date })} ${next.opens} 开门` };
  }
  return { isOpenNow: false, openLabel: "暂停营业" };
}

const openUntil = ({ opens, closes }: TimeSpan): string =>
  opens === "00:00" && closes === MIDNIGHT ? "全天开放" : `营业到 ${closes}`;

function dayWord({ ahead, date }: { ahead: number; date: ServiceDate }): string {
  if (ahead > 7) return shortDate(date);
  const name = DAY_NAMES[weekday(date)] ?? "";
  return ahead === 7 ? `下${name}` : (["今天", "明天", "后天"][ahead] ?? name);
}

/** The week in words, one line for each run of equal days: "星期一到星期五 10:30–13:00", "星期日 休息". */
export function weekLines(hours: readonly OpeningHours[]): string[] {
  const runs: { from: number; to: number; text: string }[] = [];
  for (const day of WEEK) {
    const text = timesIn(hours.filter((one) => one.weekday === day));
    const last = runs.at(-1);
    if (last?.text === text) last.to = day;
    else runs.push({ from: day, to: day, text });
  }
  return runs.map(({ from, to, text }) => `${runName({ from, to })} ${text}`);
}

/**
 * All that a timetable says, in words: the usual week, each season's ("6月1日到8月31日（夏季）："), the one of today marked
 * 现在, and the special days from today to a month ahead.
 */
export function openingLines(rule: OpeningRule, today: ServiceDate): string[] {
  const seasons = rule.seasons.flatMap((season) => {
    const year = today.slice(0, "YYYY-".length);
    const dates = `${shortDate(`${year}${season.from}`)}到${shortDate(`${year}${season.to}`)}`;
    const mark = isInSeason(season, today) ? "，现在" : "";
    return weekLines(season.openingHours).map((line) => `${season.name}（${dates}${mark}）${line}`);
  });
  const last = addDays(today, LOOK_AHEAD_DAYS);
  const special = rule.specialDays
    .filter(({ date }) => today <= date && date <= last)
    .sort((a, b) => a.date.localeCompare(b.date))
    .map(({ date, hours, reason }) => `${shortDate(date)} ${timesIn(hours)}：${reason}`);
  return [...weekLines(rule.openingHours), ...seasons, ...special];
}

const timesIn = (spans: readonly TimeSpan[]): string =>
  spans
    .map(({ opens, closes }) => (closes === MIDNIGHT && opens === "00:00" ? "全天" : `${opens}–${closes}`))
    .join("、") || "休息";

function runName({ from, to }: { from: number; to: number }): string {
  if (from === 1 && to === 0) return "每天";
  if (from === to) return DAY_NAMES[from] ?? "";
  return `${DAY_NAMES[from] ?? ""}到${DAY_NAMES[to] ?? ""}`;
}
