import type { StaffRole } from "@shared/core/roles";
import { AppError } from "./app-error";

/** Who asks. Found anew from the session on each request (cached for seconds); never taken from the request itself. */
export interface Actor {
  readonly id: string;
  readonly sessionId: string;
  readonly memberships: readonly { readonly carePointId: string; readonly role: StaffRole }[];
  /** Regions for whose network the person answers at an office: a county's civil affairs bureau. */
  readonly offices: readonly { readonly regionId: string }[];
}

/** `not_found` hides that the thing exists; `forbidden` is for one who may see it but not do this to it. */
export type Decision = "allow" | "not_found" | "forbidden";

/** A pure function from actor and facts to a decision. Absent = denied. */
export type Policy<Facts = undefined> = (actor: Actor, facts: Facts) => Decision;

/** Throws what the decision says, or returns. */
export function enforce(decision: Decision): void {
  if (decision !== "allow") throw new AppError(decision);
}
