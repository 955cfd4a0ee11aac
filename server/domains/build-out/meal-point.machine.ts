import type { MealPointState } from "@shared/domains/build-out/build-out-shapes";
import type { CaseMachine } from "@server/core/cases/move-case";

/** `county`: the office that builds and verifies. `city`: the office above, which only reads. `job`: the program. */
export type MealPointRole = "county" | "city" | "job";

export type MealPointAct =
  | "survey"
  | "pass_survey"
  | "agree"
  | "verify"
  | "adjust"
  | "reject"
  | "mark_built"
  | "plate"
  | "publish"
  | "start_operating"
  | "suspend"
  | "resume"
  | "close"
  | "escalate_survey"
  | "escalate_verification"
  | "escalate_building"
  | "escalate_plaque"
  | "escalate_publication"
  | "escalate_opening";

const county = { county: {} } as const;
const job = { job: { from: "overdueAt" } } as const;

/** The way of a meal point. Overdue, it becomes the city's to see to; the county still takes the step. */
export const mealPointMachine = {
  survey: { from: ["proposed"], to: "proposed", by: county },
  pass_survey: { from: ["proposed"], to: "surveyed", by: county },
  /** The first person's yes. */
  agree: { from: ["surveyed"], to: "surveyed", by: county },
  /** The second person's. */
  verify: { from: ["surveyed"], to: "verified", by: county },
  adjust: { from: ["surveyed"], to: "proposed", by: county },
  reject: { from: ["surveyed"], to: "rejected", by: county },
  mark_built: { from: ["verified"], to: "built", by: county },
  plate: { from: ["built"], to: "plated", by: county },
  publish: { from: ["plated"], to: "published", by: county },
  start_operating: { from: ["published"], to: "operating", by: county },
  suspend: { from: ["published", "operating"], to: "suspended", by: county },
  resume: { from: ["suspended"], to: "operating", by: county },
  close: {
    from: ["proposed", "verified", "built", "plated", "published", "operating", "suspended"],
    to: "closed",
    by: county,
  },
  escalate_survey: { from: ["proposed"], to: "proposed", by: job },
  escalate_verification: { from: ["surveyed"], to: "surveyed", by: job },
  escalate_building: { from: ["verified"], to: "verified", by: job },
  escalate_plaque: { from: ["built"], to: "built", by: job },
  escalate_publication: { from: ["plated"], to: "plated", by: job },
  escalate_opening: { from: ["published"], to: "published", by: job },
} as const satisfies CaseMachine<MealPointAct, MealPointState, MealPointRole>;

/** What counts as done: it has its plaque, and nobody closed it. */
export const doneStates: readonly MealPointState[] = ["plated", "published", "operating", "suspended"];

/** On the way there. */
export const underWayStates: readonly MealPointState[] = ["proposed", "surveyed", "verified", "built"];
