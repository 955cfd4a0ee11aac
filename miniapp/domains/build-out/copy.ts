import type { MealPointRow, MealPointState } from "@shared/domains/build-out/build-out-shapes";
import type { CountyProgress, Progress } from "@shared/domains/build-out/programme-shapes";
import type { Tone } from "@miniapp/ui/chip";

/** What waits for somebody is amber, what serves is pine, what has ended or stands still is red. */
export const stateTones: Readonly<Record<MealPointState, Tone>> = {
  proposed: "amber",
  surveyed: "amber",
  verified: "indigo",
  rejected: "danger",
  built: "indigo",
  plated: "persimmon",
  published: "pine",
  operating: "pine",
  suspended: "danger",
  closed: "danger",
};

/** What is to be done next to a point, as the way to it is called. */
const nextWords: Readonly<Partial<Record<MealPointState, string>>> = {
  proposed: "去摸排",
  surveyed: "去核查",
  verified: "去建成",
  built: "去挂牌",
  plated: "去公布",
  published: "去开餐",
};

export const nextOf = ({ state, turnOf }: Pick<MealPointRow, "state" | "turnOf">): string =>
  (turnOf === null ? undefined : nextWords[state]) ?? "看看";

/** "最晚11月27日 星期五", and what is late says so first. */
export const dueWords = ({ dueLabel, isOverdue }: Pick<MealPointRow, "dueLabel" | "isOverdue">): string => {
  if (dueLabel === null) return "";
  return isOverdue ? `过期了，本来最晚${dueLabel}` : `最晚${dueLabel}`;
};

const figure = (value: number | null): string => (value === null ? "—" : String(value));

/** One county's part, or the whole city's, as the numbers above all; the pace is a sentence where there is less room. */
export function figuresOf(progress: Progress, county: CountyProgress | undefined) {
  const { target, done, left } = county ?? { ...progress, target: progress.target?.value ?? null };
  return [
    { figure: figure(target), word: "目标" },
    { figure: String(done), word: "已建成" },
    { figure: figure(left), word: "还差" },
    { figure: figure(paceOf(progress, county)), word: "每月要建", isExtra: true },
  ];
}

/** So many a month until the day, rounded up; null without a share or without a whole month. */
function paceOf({ perMonth, monthsLeft }: Progress, county: CountyProgress | undefined): number | null {
  if (!county) return perMonth;
  if (county.left === null || monthsLeft === null) return null;
  if (county.left === 0) return 0;
  return monthsLeft === 0 ? null : Math.ceil(county.left / monthsLeft);
}

/** "2024年12月31日以前要建成，还有 4 个月，每月要建 57 个。", of the city or of one of its counties. */
export function untilWords(progress: Progress, county?: CountyProgress): string {
  const { target, asOf } = progress;
  if (target === null) return "这里没有公布要建多少个。";
  if ((county ?? progress).left === 0) return "任务已经做到了。";
  if (target.due === null || target.dueLabel === null) return "没有写要在哪一天以前建成。";
  if (target.due < asOf) return `本来要在${target.dueLabel}以前建成，期限已经过了。`;
  const pace = paceOf(progress, county);
  const rest = pace === null ? "已经不到一个月" : `还有 ${progress.monthsLeft ?? 0} 个月，每月要建 ${pace} 个`;
  return `${target.dueLabel}以前要建成，${rest}。`;
}

/** "已建成 12 个，在建 5 个，占任务的 58.3%". */
export function countyWords({ target, done, underWay, percent }: CountyProgress): string {
  const built = `已建成 ${done} 个，正在办 ${underWay} 个`;
  if (target === null) return `${built}，任务还没有分到这里`;
  return target === 0 ? `${built}，没有分到任务` : `任务 ${target} 个，${built}，完成了 ${percent}`;
}

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/** "第一批", "第十二批", "第二十批": what the next batch is called where nobody says otherwise. 1 to 99. */
export function batchNameOf(number: number): string {
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : (DIGITS[tens] ?? "")}十`;
  return `第${ten}${DIGITS[number % 10] ?? ""}批`;
}
