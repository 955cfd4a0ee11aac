import type { OpeningHours } from "@shared/core/offering-shapes";
import type { OfferingRecord } from "@shared/domains/care-point-records/care-point-records.contract";
import { hoursWords, readHours, spansByDay } from "@shared/domains/care-point-records/care-point-records.rules";
import { dayWords } from "@miniapp/core/day-words";

const DAYS = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"] as const;
/** A week as people read it, from Monday. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;
export const dayName = (weekday: number): string => DAYS[weekday] ?? "";

/** "11月22日". */
export const monthAndDay = (date: string): string => dayWords(date).slice("YYYY年".length);

/** One day's hours each, Sunday first, as the form's fields hold them. */
export const weekTyped = ({ openingHours }: Pick<OfferingRecord, "openingHours">): string[] =>
  spansByDay(openingHours).map(hoursWords);

/** The hours that hold every day, as a field shows them; a week whose days differ shows its Monday. */
export const typedHours = (openingHours: readonly OpeningHours[]): string =>
  weekTyped({ openingHours: [...openingHours] })[1] ?? "";

/** One day's hours as they are typed, for each day of the week; null where they cannot be read. */
export function everyDayHours(typed: string): OpeningHours[] | null {
  const spans = readHours(typed);
  return spans && WEEK.flatMap((weekday) => spans.map((span) => ({ weekday, ...span })));
}

/** "每天 10:30-13:00", or a line for each day. */
export function weekLines(offering: Pick<OfferingRecord, "openingHours">): string[] {
  const typed = weekTyped(offering);
  if (new Set(typed).size === 1) return [`每天 ${typed[0] ?? ""}`];
  return WEEK.map((weekday) => `${dayName(weekday)} ${typed[weekday] ?? ""}`);
}
