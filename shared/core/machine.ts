/** When somebody may act: from one named instant on, before another, and for so long after a third. */
export interface Window<Moment extends string> {
  /** The first moment is `from` itself. */
  readonly from?: Moment;
  /** The last moment is the millisecond before. */
  readonly until?: Moment;
  /** Less than `ms` milliseconds after `since`. */
  readonly within?: { readonly since: Moment; readonly ms: number };
}

/** One act of a machine: out of which states, into which, by whom and when. Who is not named may not. */
export interface Act<State extends string, Role extends string, Moment extends string> {
  readonly from: readonly State[];
  readonly to: State;
  readonly by: Readonly<Partial<Record<Role, Window<Moment>>>>;
}

/** Every act there is on a thing; declared once, for the filters of the writes and for the tests that walk them. */
export type Machine<Name extends string, State extends string, Role extends string, Moment extends string> = Readonly<
  Record<Name, Act<State, Role, Moment>>
>;

/** What the table says of an act: `already` when it is in the wanted state and the act does not start from there. */
export type Verdict = "allowed" | "not_yours" | "already" | "too_early" | "too_late" | "wrong_state";

interface Situation<State extends string, Role extends string, Moment extends string> {
  readonly role: Role;
  readonly state: State;
  /** Epoch milliseconds; a moment that never came is absent. */
  readonly moments: Readonly<Partial<Record<Moment, number>>>;
  readonly now: number;
}

/** Reads the table. The order of its answers is the order in which a person is told. */
export function judgeAct<State extends string, Role extends string, Moment extends string>(
  { from, to, by }: Act<State, Role, Moment>,
  { role, state, moments, now }: Situation<State, Role, Moment>,
): Verdict {
  const window = by[role];
  if (!window) return "not_yours";
  if (state === to && !from.includes(state)) return "already";
  if (window.from !== undefined && now < (moments[window.from] ?? Infinity)) return "too_early";
  if (window.until !== undefined && now >= (moments[window.until] ?? -Infinity)) return "too_late";
  if (!from.includes(state)) return "wrong_state";
  const { within } = window;
  return within && now - (moments[within.since] ?? -Infinity) >= within.ms ? "too_late" : "allowed";
}
