import type { Machine, Window } from "@shared/core/machine";
import { trusted } from "@server/core/db/trusted";

/** Where a portion stands. A free portion that nobody ever held is deleted instead of withdrawn: both are gone. */
export type PortionState = "free" | "booked" | "served" | "no_show" | "withdrawn";

/** `holder`: the elder or who acts for her. `staff`: of that care point. `job`: the program by itself. */
export type PortionRole = "holder" | "staff" | "job";

export type PortionMoment = "closesAt" | "servesUntil" | "servedAt";

export type PortionAct =
  | "book"
  | "cancel"
  | "walk_in"
  | "check_in"
  | "undo_check_in"
  | "undo_walk_in"
  | "mark_no_show"
  | "withdraw"
  | "restore"
  | "call_off";

/** How long a handing-out can be taken back; afterwards it is final and can be rated. */
export const UNDO_MS = 2 * 60_000;

const untilEnd = { until: "servesUntil" } as const;
const undo = { within: { since: "servedAt", ms: UNDO_MS } } as const;

/**
 * The states of a portion: reliability 2.6 as one table. `call_off` is the kitchen's cancel when a date is closed: the
 * booking ends and its portion is withdrawn in one update.
 */
export const portionMachine = {
  book: { from: ["free"], to: "booked", by: { holder: { until: "closesAt" } } },
  cancel: { from: ["booked"], to: "free", by: { holder: { until: "closesAt" }, staff: untilEnd } },
  walk_in: { from: ["free"], to: "served", by: { staff: { from: "closesAt", until: "servesUntil" } } },
  check_in: { from: ["booked", "no_show"], to: "served", by: { staff: untilEnd } },
  undo_check_in: { from: ["served"], to: "booked", by: { staff: undo } },
  undo_walk_in: { from: ["served"], to: "free", by: { staff: undo } },
  mark_no_show: { from: ["booked"], to: "no_show", by: { staff: { from: "closesAt" }, job: { from: "servesUntil" } } },
  withdraw: { from: ["free"], to: "withdrawn", by: { staff: untilEnd, job: {} } },
  restore: { from: ["withdrawn"], to: "free", by: { staff: untilEnd, job: untilEnd } },
  call_off: { from: ["booked"], to: "withdrawn", by: { staff: untilEnd, job: {} } },
} as const satisfies Machine<PortionAct, PortionState, PortionRole, PortionMoment>;

type Filter = Readonly<Record<string, unknown>>;

const absent = trusted({ $exists: false });
const held = { active: true, settled: true };

/** How a state is told from a portion's fields. */
const STORED: Readonly<Record<PortionState, Filter>> = {
  free: { active: absent, withdrawn: absent },
  booked: { ...held, state: "booked" },
  served: { ...held, state: "served" },
  no_show: { ...held, state: "no_show" },
  withdrawn: { active: absent, withdrawn: true },
};

interface Acting {
  readonly role: PortionRole;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * What an act's one conditional update demands of the portion: its old state and the hour, read from the table.
 * @throws Error when the table does not let this role act
 */
export function portionsFor(act: PortionAct, { role, now }: Acting): Filter {
  const { from, by } = portionMachine[act] as Machine<PortionAct, PortionState, PortionRole, PortionMoment>[PortionAct];
  const window = by[role];
  if (!window) throw new Error(`${role} does not ${act}`);
  const [first, ...more] = from.map((state) => STORED[state]);
  const stands = more.length > 0 ? { ...first, state: trusted({ $in: [...from] }) } : first;
  return { ...stands, ...hourOf(window, now) };
}

/** The hour of an act as conditions on the portion's own instants. */
export function hourOf({ from, until, within }: Window<PortionMoment>, now: number): Filter {
  const at = new Date(now);
  return {
    ...(from === undefined ? {} : { [from]: trusted({ $lte: at }) }),
    ...(until === undefined ? {} : { [until]: trusted({ $gt: at }) }),
    ...(within === undefined ? {} : { [within.since]: trusted({ $gt: new Date(now - within.ms), $lte: at }) }),
  };
}
