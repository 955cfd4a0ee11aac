import { timeOfDay } from "@shared/core/dates";
import type { CounterSitting, PortionCounts, RosterRow } from "@shared/domains/meals/meal-counter-shapes";
import { yuan } from "@miniapp/ui/money";
import { modeWords } from "./copy";
import type { CounterOutcome } from "./counter-wishes";
import type { ReportedAct } from "./roster-queue";

/** Why somebody takes a meal without showing a code, in the order in which the counter asks. */
export const NO_CODE_REASONS = ["没带手机", "认得本人", "家里人代取"] as const;
/** Why the counter cancels for somebody. */
export const CANCEL_REASONS = ["本人打电话不来了", "家里人说不用了", "身体不舒服"] as const;

/** "12:03" of an instant. */
export const clockTime = (instant: string): string => timeOfDay(Date.parse(instant));

/** "付 11 元", "不付". */
export const payWords = (priceFen: number): string => (priceFen === 0 ? "不付" : `付 ${yuan(priceFen)} 元`);

export const stateOfRow = ({ state, servedAt }: RosterRow): string => {
  if (state === "served") return servedAt ? `${clockTime(servedAt)} 已到` : "已到";
  return state === "booked" ? "等着" : "没来";
};

const mealOf = ({ dishName, mode, priceFen }: RosterRow): string =>
  `${dishName}，${modeWords[mode]}，${payWords(priceFen)}`;

interface Told {
  readonly tone: "pine" | "amber";
  readonly sentence: string;
}

const later = (isNoted: boolean): string => (isNoted ? "（已记下，连上后报上去）" : "");

/** What came of an act, in words; null while the cook still has to choose. */
export function outcomeWords(outcome: CounterOutcome): Told | null {
  switch (outcome.kind) {
    case "choose":
      return null;
    case "walked_in":
      return {
        tone: "pine",
        sentence: `${outcome.walkIn.name}，${outcome.walkIn.dishName}，可以给了${later(outcome.isNoted)}`,
      };
    case "served": {
      const { row, wasServedBefore, isNoted } = outcome;
      if (!wasServedBefore) return { tone: "pine", sentence: `${row.name}到了：${mealOf(row)}${later(isNoted)}` };
      const at = row.servedAt ? ` ${clockTime(row.servedAt)} ` : "";
      return { tone: "amber", sentence: `${row.name}这一餐${at}已经领过了：${row.dishName}` };
    }
    case "undone":
      return { tone: "amber", sentence: `撤回了，${outcome.row.name}的饭算没有领${later(outcome.isNoted)}` };
    case "missed":
      return { tone: "amber", sentence: `记下了：${outcome.row.name}没有来${later(outcome.isNoted)}` };
  }
}

const actWords = {
  check_in: "到了",
  check_in_by_name: "到了",
  undo_check_in: "撤回",
  mark_no_show: "没来",
  walk_in: "现场来",
} as const satisfies Record<ReportedAct["kind"], string>;

/** What became of a noted act, in words. */
export function reportedWords({ kind, name, outcome, message }: ReportedAct): string {
  const what = `${name} · ${actWords[kind]}`;
  switch (outcome) {
    case "done":
      return `${what}：报上去了`;
    case "already":
      return `${what}：早就记过了，没有重复`;
    case "overtaken":
      return `${what}：后来又改过，按后来的算`;
    case "refused":
      return `${what}：没有记成。${message ?? "请到名单里看一看"}`;
  }
}

/** "11月22日 星期日 · 11:30–13:00". */
export const sittingLine = ({ dateLabel, servesFrom, servesUntil }: CounterSitting): string =>
  `${dateLabel} · ${servesFrom}–\u2060${servesUntil}`;

/** All portions that there are: 备餐. */
export const preparedOf = ({ booked, served, noShow, free }: PortionCounts): number => booked + served + noShow + free;

/** The sitting that the counter is busy with: the first that is not over, else the day's last. */
export const sittingNow = (sittings: readonly CounterSitting[], now: number): CounterSitting | undefined =>
  sittings.find(({ servesUntilAt }) => Date.parse(servesUntilAt) > now) ?? sittings[sittings.length - 1];
