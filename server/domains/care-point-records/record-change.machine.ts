import type { CaseMachine } from "@server/core/cases/move-case";

/** Where a proposed change stands: to be answered, or answered with yes or no. */
export type RecordChangeState = "open" | "approved" | "turned_down";

/** Who answers at the office of the district. */
export type RecordChangeRole = "officer";

export type RecordChangeAct = "approve" | "turn_down";

/** The states of a proposed change. Overdue it stays the office's, marked. */
export const recordChangeMachine = {
  approve: { from: ["open"], to: "approved", by: { officer: {} } },
  turn_down: { from: ["open"], to: "turned_down", by: { officer: {} } },
} as const satisfies CaseMachine<RecordChangeAct, RecordChangeState, RecordChangeRole>;
