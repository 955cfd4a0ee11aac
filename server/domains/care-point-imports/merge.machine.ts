import type { MergeState } from "@shared/domains/care-point-imports/care-point-merges.contract";
import type { CaseMachine } from "@server/core/cases/move-case";

/** `first`: who proposed it. `second`: anybody else of the office. `program`: finishes what both agreed to. */
export type MergeRole = "first" | "second" | "program";
export type MergeAct = "confirm" | "decline" | "finish";

/** Two people merge: who proposed it cannot agree to it. */
export const mergeMachine = {
  confirm: { from: ["proposed"], to: "confirmed", by: { second: {} } },
  decline: { from: ["proposed"], to: "declined", by: { first: {}, second: {} } },
  finish: { from: ["confirmed"], to: "merged", by: { program: {} } },
} as const satisfies CaseMachine<MergeAct, MergeState, MergeRole>;
