import type { Capacity, PriceRange } from "@shared/core/offering-shapes";
import type { OfferingRecord } from "@shared/domains/care-point-records/care-point-records.contract";
import { hoursWords, spansByDay } from "@shared/domains/care-point-records/care-point-records.rules";
import { yuan } from "@miniapp/ui/money";

const DAYS = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"] as const;
/** A week as people read it, from Monday. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;
export const dayName = (weekday: number): string => DAYS[weekday] ?? "";

export const unitWords: Readonly<Record<Capacity["unit"], string>> = {
  beds: "张床",
  places: "个名额",
  meals_a_day: "份饭一天",
  square_metres: "平方米",
};

export const perWords: Readonly<Record<PriceRange["per"], string>> = {
  meal: "一餐",
  hour: "一小时",
  day: "一天",
  month: "一个月",
  visit: "一次",
};

/** "2026年11月22日". */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** "11月22日". */
export const monthAndDay = (date: string): string => chineseDate(date).slice("YYYY年".length);

/** One day's hours each, Sunday first, as the form's fields hold them. */
export const weekTyped = ({ openingHours }: Pick<OfferingRecord, "openingHours">): string[] =>
  spansByDay(openingHours).map(hoursWords);

/** "每天 10:30-13:00", or a line for each day. */
export function weekLines(offering: Pick<OfferingRecord, "openingHours">): string[] {
  const typed = weekTyped(offering);
  if (new Set(typed).size === 1) return [`每天 ${typed[0] ?? ""}`];
  return WEEK.map((weekday) => `${dayName(weekday)} ${typed[weekday] ?? ""}`);
}

export const capacityLine = ({ value, unit, asOf }: Capacity): string =>
  `能接待 ${value} ${unitWords[unit]}（截至${chineseDate(asOf)}）`;

export const priceLine = ({ fromFen, toFen, per }: PriceRange): string =>
  toFen === 0
    ? "不收费"
    : `${fromFen === toFen ? yuan(fromFen) : `${yuan(fromFen)} 到 ${yuan(toFen)}`} 元${perWords[per]}`;
