import type { CaseMachine } from "@server/core/cases/move-case";

/** Where a correction stands: to be answered, to be answered and overdue, or answered with yes or no. */
export type CorrectionState = "open" | "escalated" | "taken_over" | "not_so";

/** `staff`: who works at the care point. `officer`: of the district's office. `job`: the program by itself. */
export type CorrectionRole = "staff" | "officer" | "job";

export type CorrectionAct = "take_over" | "turn_down" | "escalate";

/** Before the answer. */
export const unanswered = ["open", "escalated"] as const;

/** The office answers what nobody at the care point did in time. */
const answering = { staff: {}, officer: { from: "overdueAt" } } as const;

/** The states of a correction. Overdue it becomes the district's; the care point may still answer, and it is then done. */
export const correctionMachine = {
  take_over: { from: unanswered, to: "taken_over", by: answering },
  turn_down: { from: unanswered, to: "not_so", by: answering },
  escalate: { from: ["open"], to: "escalated", by: { job: { from: "overdueAt" } } },
} as const satisfies CaseMachine<CorrectionAct, CorrectionState, CorrectionRole>;
