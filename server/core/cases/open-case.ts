import { businessDay } from "@shared/core/dates";
import type { CaseFields, CaseOwner } from "./case.model";
import { addWorkingDays } from "./working-days";

interface Opening<State extends string> {
  /** Of the case and of its first act: made from the request's key, so that a repeat meets the unique `_id`. */
  readonly id: string;
  readonly state: State;
  readonly owner: CaseOwner;
  /** So many working days after today it is due. */
  readonly workingDays: number;
  readonly act: string;
  /** Null for a guest. */
  readonly by: string | null;
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The fields with which a case begins; whoever inserts it adds what it is about. */
export function openCase<State extends string>(opening: Opening<State>): CaseFields<State> {
  const { id, state, owner, workingDays, act, by, reason, now } = opening;
  const openedOn = businessDay(now);
  return {
    _id: id,
    state,
    owner,
    openedOn,
    dueOn: addWorkingDays(openedOn, workingDays),
    timeline: [{ id, act, by, at: new Date(now), from: null, to: state, reason }],
  };
}
