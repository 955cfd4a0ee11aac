import type { NetworkState, RequirementState, Said, TargetState } from "@shared/domains/network/network-shapes";
import { dayWords } from "@miniapp/core/day-words";

type Goal = NonNullable<TargetState["goal"]>;
type Statement = Goal["stated"][number];

/** "118 个乡镇（街道）里，79 个有，还缺 39 个". */
export function stateWords({ measure, levelName, required, existing, missing }: RequirementState): string {
  if (required === null) return `已有 ${existing} 个，全市的任务没有分到这里`;
  if (required === 0) return `还没有登记${levelName}`;
  if (measure === "count_to_target") return `要有 ${required} 个，已有 ${existing} 个，${leftWords(missing)}`;
  const has = measure === "served_share" ? "个有人服务" : "个有";
  return `${required} 个${levelName}里，${existing} ${has}，${lackWords(missing)}`;
}

const leftWords = (missing: number | null) => (missing === 0 ? "做到了" : `还差 ${missing ?? 0} 个`);
const lackWords = (missing: number | null) => (missing === 0 ? "都做到了" : `还缺 ${missing ?? 0} 个`);

/** The way to the list of gaps: "看缺的 39 个", of a target that names no regions "看一个都没有的 3 个". */
export const gapsWords = ({ measure, regionsWithout }: RequirementState): string =>
  measure === "count_to_target" ? `看一个都没有的 ${regionsWithout} 个` : `看缺的 ${regionsWithout} 个`;

/** "依据：新闻发布会（2023年9月20日），任务一；这一条是我们的理解". */
export function sourceWords({ title, publishedOn, article, isAssumption }: Said): string {
  const where = article === null ? "" : `，${article}`;
  return `依据：${title}（${dayWords(publishedOn)}）${where}${isAssumption ? "；原文没有写明，这是我们的理解" : ""}`;
}

/** "430 个以上", "每处 1 个", "90%". */
export function goalWords({ value, comparison, isOneEach, isImplied }: Goal, unit: string): string {
  const amount = unit === "%" ? `${value}%` : `${value} ${unit}`;
  const bound = comparison === "at_least" ? "以上" : "以下";
  return `${isOneEach ? `每处 ${amount}` : `${amount}${bound}`}${isImplied ? "（推算）" : ""}`;
}

/** "2024年12月31日前（任务一）：还差 228 个，每月要 57 个". */
export function paceWords({ due, article, pace }: Statement): string {
  const until = due === null ? "没有写到哪一天" : `${dayWords(due)}前`;
  const where = article === null ? "" : `（${article}）`;
  if (pace === null) return `${until}${where}`;
  if (pace.left === 0) return `${until}${where}：已经做到`;
  const rest = pace.perMonth === null ? "已经不到一个月，或者过了期限" : `每月要 ${pace.perMonth} 个`;
  return `${until}${where}：还差 ${pace.left} 个，${rest}`;
}

/** What our entries give: "4497 个里有 3148 个，70%（2023年9月12日）". */
export function countedWords({ counted, unit }: TargetState): string {
  const { value, of, percent, asOf } = counted;
  const amount = of === null ? `${value} ${unit === "%" ? "个" : unit}` : `${of} 个里有 ${value} 个`;
  return `${amount}${percent === null ? "" : `，${percent}`}（${dayWords(asOf)}）`;
}

const impliedWords = ({ value, isImplied }: { value: string; isImplied: boolean }) =>
  isImplied ? `${value}（推算，没有印出来）` : value;

/** What the paper prints: "79 个，67%（2023年9月12日）；总数 118（推算，没有印出来）". */
export function paperWords({ paper, unit }: TargetState): string | null {
  if (paper === null) return null;
  const { value, isAtLeast, asOf, of, percent } = paper;
  const amount = `${value}${isAtLeast ? " 以上" : ""} ${unit}`;
  const rate = percent === null ? "" : `，${impliedWords(percent)}`;
  const whole = of === null ? "" : `；总数 ${impliedWords(of)}`;
  return `${amount}${rate}${asOf === null ? "" : `（${dayWords(asOf)}）`}${whole}`;
}

/** The numbers above all: how much is asked, how much of it stands, how many places lack something. */
export function figuresOf({ requirements }: NetworkState) {
  const done = requirements.filter(({ missing }) => missing === 0).length;
  const lacking = requirements.reduce((sum, { missing }) => sum + (missing ?? 0), 0);
  return [
    { figure: String(requirements.length), word: "要求" },
    { figure: String(done), word: "做到" },
    { figure: String(lacking), word: "还缺" },
  ];
}
