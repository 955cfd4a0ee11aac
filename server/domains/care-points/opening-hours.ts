import { addDays, businessDay, timeOfDay, weekday } from "@shared/core/dates";
import type { ServiceDate, TimeOfDay } from "@shared/core/primitives";
import type { OpeningHours } from "@shared/domains/care-points/care-points.contract";
import { shortDate } from "@server/core/calendar";
import type { ClosedDay } from "./closed-days";

const DAY_NAMES = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"] as const;
/** A week as people read it, from Monday. */
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;
/** A place that does not open again within so many days has no day to name. */
const LOOK_AHEAD_DAYS = 31;

/** A moment as a weekly timetable sees it, in Asia/Shanghai. */
export interface WeekMoment {
  readonly date: ServiceDate;
  /** 0 = Sunday. */
  readonly weekday: number;
  readonly time: TimeOfDay;
}

export function weekMoment(epochMs: number): WeekMoment {
  const date = businessDay(epochMs);
  return { date, weekday: weekday(date), time: timeOfDay(epochMs) };
}

/** Orders hours by time and joins those that touch or overlap: 08:00–12:00 and 12:00–18:00 are one. */
export function tidyHours(hours: readonly OpeningHours[]): OpeningHours[] {
  const ordered = [...hours].sort((a, b) => a.weekday - b.weekday || a.opens.localeCompare(b.opens));
  return ordered.reduce<OpeningHours[]>((tidy, next) => {
    const last = tidy.at(-1);
    if (last?.weekday !== next.weekday || last.closes < next.opens) return [...tidy, { ...next }];
    return [...tidy.slice(0, -1), { ...last, closes: last.closes > next.closes ? last.closes : next.closes }];
  }, []);
}

/** Open from the minute it opens until the minute before it closes. */
const coversMoment =
  ({ weekday: day, time }: WeekMoment) =>
  (hours: OpeningHours): boolean =>
    hours.weekday === day && hours.opens <= time && time < hours.closes;

interface OpenState {
  readonly isOpenNow: boolean;
  /** "营业到 13:00", "今天 17:00 开门", "明天 11:30 开门", "星期三 10:30 开门", "2月13日 10:30 开门" or "暂停营业". */
  readonly openLabel: string;
}

interface Timetable {
  readonly hours: readonly OpeningHours[];
  /** A closed day wins over the hours of its weekday. */
  readonly closedDays: readonly ClosedDay[];
  readonly moment: WeekMoment;
}

/** What a door's sign would say at a moment. */
export function openStateAt({ hours, closedDays, moment }: Timetable): OpenState {
  const hoursOn = (date: ServiceDate) =>
    closedDays.some((closed) => closed.date === date) ? [] : hours.filter((one) => one.weekday === weekday(date));
  const now = hoursOn(moment.date).find(coversMoment(moment));
  if (now) return { isOpenNow: true, openLabel: `营业到 ${now.closes}` };
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const date = addDays(moment.date, ahead);
    const next = hoursOn(date).find((one) => ahead > 0 || one.opens > moment.time);
    if (next) return { isOpenNow: false, openLabel: `${dayWord({ ahead, date })} ${next.opens} 开门` };
  }
  return { isOpenNow: false, openLabel: "暂停营业" };
}

function dayWord({ ahead, date }: { ahead: number; date: ServiceDate }): string {
  if (ahead > 7) return shortDate(date);
  const name = DAY_NAMES[weekday(date)] ?? "";
  return ahead === 7 ? `下${name}` : (["今天", "明天", "后天"][ahead] ?? name);
}

/** The week in words, one line for each run of equal days: "星期一到星期五 10:30–13:00", "星期日 休息". */
export function openingLines(hours: readonly OpeningHours[]): string[] {
  const runs: { from: number; to: number; text: string }[] = [];
  for (const day of WEEK) {
    const text = timesOf(hours, day);
    const last = runs.at(-1);
    if (last?.text === text) last.to = day;
    else runs.push({ from: day, to: day, text });
  }
  return runs.map(({ from, to, text }) => `${runName({ from, to })} ${text}`);
}

const timesOf = (hours: readonly OpeningHours[], day: number): string =>
  hours
    .filter((one) => one.weekday === day)
    .map(({ opens, closes }) => `${opens}–${closes}`)
    .join("、") || "休息";

function runName({ from, to }: { from: number; to: number }): string {
  if (from === 1 && to === 0) return "每天";
  if (from === to) return DAY_NAMES[from] ?? "";
  return `${DAY_NAMES[from] ?? ""}到${DAY_NAMES[to] ?? ""}`;
}
