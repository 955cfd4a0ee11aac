import type { Meal, ServingMode } from "@shared/domains/meals/meals.contract";
import type { PlannedDay, PlannedSitting } from "@shared/domains/meals/menu-planning.contract";

export interface Closes {
  readonly daysBefore: number;
  readonly time: string;
}

interface PlanStart {
  readonly servesFrom: string;
  readonly servesUntil: string;
  readonly closes: Closes;
  readonly modes: readonly ServingMode[];
  /** Portions as typed, by dish. */
  readonly portions: Readonly<Record<string, string>>;
}

const USUAL: Readonly<Record<Meal, Pick<PlanStart, "servesFrom" | "servesUntil" | "closes">>> = {
  breakfast: { servesFrom: "07:00", servesUntil: "08:30", closes: { daysBefore: 1, time: "18:00" } },
  lunch: { servesFrom: "11:30", servesUntil: "13:00", closes: { daysBefore: 1, time: "20:00" } },
  dinner: { servesFrom: "17:00", servesUntil: "18:30", closes: { daysBefore: 0, time: "10:00" } },
};

/** Until when can be ordered, as a manager chooses it. */
export const CLOSES: readonly (Closes & { readonly words: string })[] = [
  { daysBefore: 1, time: "18:00", words: "前一天 18:00" },
  { daysBefore: 1, time: "20:00", words: "前一天 20:00" },
  { daysBefore: 0, time: "08:00", words: "当天 8:00" },
  { daysBefore: 0, time: "10:00", words: "当天 10:00" },
];

/** A plan to begin with: like the same meal that stands nearest in this week, else what is usual. */
export function startPlan(days: readonly PlannedDay[], meal: Meal): PlanStart {
  const like: PlannedSitting | undefined = days
    .flatMap(({ sittings }) => sittings)
    .filter((sitting) => sitting.meal === meal && sitting.closedReason === null)
    .pop();
  const usual = USUAL[meal];
  if (!like) return { ...usual, modes: ["eat_in", "pick_up"], portions: {} };
  return {
    servesFrom: like.servesFrom,
    servesUntil: like.servesUntil,
    closes: usual.closes,
    modes: like.modes,
    portions: {},
  };
}
