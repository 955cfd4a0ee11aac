import type { CaseMachine } from "@server/core/cases/move-case";

/** Where a claim stands: to be answered, or answered with yes or no. */
export type ClaimState = "open" | "approved" | "turned_down";

/** Who answers at the office of the district. */
export type ClaimRole = "officer";

export type ClaimAct = "approve" | "turn_down";

/** The states of a claim. A yes invites; she works there once she has taken it up with her code. */
export const claimMachine = {
  approve: { from: ["open"], to: "approved", by: { officer: {} } },
  turn_down: { from: ["open"], to: "turned_down", by: { officer: {} } },
} as const satisfies CaseMachine<ClaimAct, ClaimState, ClaimRole>;
