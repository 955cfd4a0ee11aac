import type { CaseMachine } from "@server/core/cases/move-case";

/** Where a proposed change stands: to be answered, answered with yes or no, or taken back before that. */
export type RecordChangeState = "open" | "approved" | "turned_down" | "withdrawn";

/** `officer`: who answers at an office. `manager`: of the care point. `job`: the program by itself. */
export type RecordChangeRole = "officer" | "manager" | "job";

export type RecordChangeAct = "approve" | "turn_down" | "withdraw" | "escalate";

/** The states of a proposed change. Overdue it goes to the city's office as well; the district's may still answer. */
export const recordChangeMachine = {
  approve: { from: ["open"], to: "approved", by: { officer: {} } },
  turn_down: { from: ["open"], to: "turned_down", by: { officer: {} } },
  withdraw: { from: ["open"], to: "withdrawn", by: { manager: {} } },
  escalate: { from: ["open"], to: "open", by: { job: { from: "overdueAt" } } },
} as const satisfies CaseMachine<RecordChangeAct, RecordChangeState, RecordChangeRole>;
