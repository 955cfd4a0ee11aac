import type { Meal } from "@shared/domains/meals/meals.contract";
import type { PlannedDay, PlannedSitting } from "@shared/domains/meals/menu-planning.contract";
import { mealWords } from "./copy";

export const MEALS: readonly Meal[] = ["breakfast", "lunch", "dinner"];
/** Why nothing is cooked, in the order in which it happens. */
export const CLOSE_REASONS = ["停水停电", "厨房检修", "放假", "天气不好，送不到菜"] as const;

interface CopiedWeek {
  readonly copied: number;
  readonly left: readonly { readonly why: "already_planned" | "date_closed" | "over" }[];
}

/** What copying a week did, in words. */
export function copiedWords({ copied, left }: CopiedWeek): string {
  const count = (why: string) => left.filter((one) => one.why === why).length;
  const parts = [
    [count("already_planned"), "餐早就排好了，没有动"],
    [count("date_closed"), "餐停了"],
    [count("over"), "餐时间过了"],
  ] as const;
  const rest = parts.filter(([meals]) => meals > 0).map(([meals, words]) => `${meals} ${words}`);
  const done = copied === 0 ? "没有可抄的" : `抄好了 ${copied} 餐`;
  return `${[done, ...rest].join("，")}。`;
}

/** How one meal of a day stands, in words. */
export function sittingWords(sitting: PlannedSitting | undefined): string {
  if (!sitting) return "还没有排";
  if (sitting.closedReason !== null) return `停：${sitting.closedReason}`;
  return sitting.dishes.map(({ name, portions }) => `${name} ${portions} 份`).join("、");
}

/** "11月23日 星期一 午饭". */
export const mealOfDay = ({ dateLabel }: PlannedDay, meal: Meal): string => `${dateLabel} ${mealWords[meal]}`;
