import type { OpeningHours } from "@shared/core/offering-shapes";
import { notUnderstood, understood, type Understood } from "./import-row";

const DAY_SIGNS = "日一二三四五六天";
const SUNDAY_AGAIN = 7;
const WHOLE_WEEK = [0, 1, 2, 3, 4, 5, 6] as const;
const LENGTH_AT_MOST = 300;
const NO_TIMES = "没有写几点到几点，请写成 10:30-13:00";
const CLOSED_WORDS = new Set(["休息", "不开", "关门"]);

const DAYS = /^(?:周|星期|礼拜)([日一二三四五六天])(?:(?:至|到|-)(?:周|星期|礼拜)?([日一二三四五六天]))?/u;
const EVERY_DAY = /^(?:每天|每日|全周)/u;
const SPAN = /^([01]?\d|2[0-4]):([0-5]\d)-([01]?\d|2[0-4]):([0-5]\d)$/u;

interface Span {
  readonly opens: string;
  readonly closes: string;
}

/**
 * Opening hours as clerks write them: "10:30-13:00" is every day; "周一至周五 10:30-13:00，16:30-18:00；周六、周日 休息" names
 * its days. A day that is not named is closed, and no day is named twice.
 * @returns the week, or a reason in words
 */
export function readHours(written: string): Understood<readonly OpeningHours[]> {
  if (written.length > LENGTH_AT_MOST) return notUnderstood("太长了");
  const parts = tidy(written).split(";").filter(Boolean);
  if (parts.length === 0) return notUnderstood(NO_TIMES);
  const week = new Map<number, readonly Span[]>();
  for (const part of parts) {
    const { days, rest } = daysOf(part);
    const spans = spansOf(rest);
    if (typeof spans === "string") return notUnderstood(spans);
    const twice = days.find((day) => week.has(day));
    if (twice !== undefined) return notUnderstood(`${dayWord(twice)}写了两次`);
    for (const day of days) week.set(day, spans);
  }
  return understood(WHOLE_WEEK.flatMap((weekday) => (week.get(weekday) ?? []).map((span) => ({ weekday, ...span }))));
}

/** Full-width signs and the many dashes of keyboards, as one; blanks say nothing once days and times are apart. */
const tidy = (written: string): string =>
  written
    .normalize("NFKC")
    .replace(/[—–―−~～]+/gu, "-")
    .replace(/\n/gu, ";")
    .replace(/\s/gu, "");

function daysOf(part: string): { readonly days: readonly number[]; readonly rest: string } {
  const every = EVERY_DAY.exec(part);
  if (every) return { days: WHOLE_WEEK, rest: withoutSeparators(part.slice(every[0].length)) };
  const days: number[] = [];
  let rest = part;
  for (let named = DAYS.exec(rest); named; named = DAYS.exec(rest)) {
    days.push(...daysBetween(named[1] ?? "", named[2]));
    rest = withoutSeparators(rest.slice(named[0].length));
  }
  return { days: days.length > 0 ? [...new Set(days)] : WHOLE_WEEK, rest };
}

const withoutSeparators = (rest: string): string => rest.replace(/^[,、:]+/u, "");

/** From Monday on: 周五至周一 is Friday, Saturday, Sunday, Monday. */
function daysBetween(from: string, to: string | undefined): number[] {
  const first = dayOf(from);
  const last = to === undefined ? first : dayOf(to);
  const length = ((last - first + SUNDAY_AGAIN) % SUNDAY_AGAIN) + 1;
  return Array.from({ length }, (_, ahead) => (first + ahead) % SUNDAY_AGAIN);
}

const dayOf = (sign: string): number => DAY_SIGNS.indexOf(sign) % SUNDAY_AGAIN;
const dayWord = (day: number): string => `周${DAY_SIGNS[day] ?? ""}`;

/** The times of one day in their order, or what is wrong with them. */
function spansOf(written: string): readonly Span[] | string {
  if (CLOSED_WORDS.has(written)) return [];
  const spans: Span[] = [];
  for (const one of written.split(/[,、]/u).filter(Boolean)) {
    const times = SPAN.exec(one);
    if (!times) return `看不懂“${one.slice(0, 20)}”，请写成 10:30-13:00`;
    const [opens, closes] = [timeOf(times[1], times[2]), timeOf(times[3], times[4])];
    if (closes > "24:00" || opens >= "24:00") return `${one} 超过了一天`;
    if (closes <= opens) return `${one} 结束早于开始`;
    spans.push({ opens, closes });
  }
  if (spans.length === 0) return NO_TIMES;
  spans.sort((a, b) => a.opens.localeCompare(b.opens));
  const overlap = spans.find((span, at) => at > 0 && span.opens < (spans[at - 1]?.closes ?? ""));
  return overlap ? `${overlap.opens}-${overlap.closes} 和前一段重叠` : spans;
}

const timeOf = (hour = "", minute = ""): string => `${hour.padStart(2, "0")}:${minute}`;
