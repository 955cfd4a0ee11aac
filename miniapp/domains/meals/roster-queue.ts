import type { ActResult, OfflineAct, RosterRow } from "@shared/domains/meals/meal-counter-shapes";

/** Something the counter did while nobody answered. */
export interface NotedAct {
  readonly act: OfflineAct;
  readonly carePointId: string;
  /** Who did it: nobody else reports it. */
  readonly actorId: string;
  /** Whom it was about, for the sentence when it is reported. */
  readonly name: string;
}

/** What the server said of an act, until somebody has read it. */
export interface ReportedAct {
  readonly id: string;
  readonly kind: OfflineAct["kind"];
  readonly carePointId: string;
  readonly name: string;
  readonly outcome: ActResult["outcome"];
  /** Why it was refused. */
  readonly message: string | null;
}

export interface RosterQueue {
  readonly waiting: readonly NotedAct[];
  readonly reported: readonly ReportedAct[];
}

export const EMPTY_QUEUE: RosterQueue = { waiting: [], reported: [] };
/** As many as one request may carry. */
const AT_ONCE = 100;
const UNDO_MS = 2 * 60 * 1000;

/** Puts an act behind the others; the same one twice stands once. */
export function noteAct(queue: RosterQueue, noted: NotedAct): RosterQueue {
  const isKnown = [...queue.waiting.map(({ act }) => act), ...queue.reported].some(({ id }) => id === noted.act.id);
  return isKnown ? queue : { ...queue, waiting: [...queue.waiting, noted] };
}

interface Counter {
  readonly carePointId: string;
  readonly actorId: string;
}

/** What somebody did at a care point and nobody has answered yet. */
export const waitingAt = (queue: RosterQueue, { carePointId, actorId }: Counter): readonly NotedAct[] =>
  queue.waiting.filter((noted) => noted.carePointId === carePointId && noted.actorId === actorId);

/** What the next request carries, in the order in which it happened. */
export const nextActs = (queue: RosterQueue, counter: Counter): readonly OfflineAct[] =>
  waitingAt(queue, counter)
    .map(({ act }) => act)
    .sort((a, b) => a.happenedAt.localeCompare(b.happenedAt))
    .slice(0, AT_ONCE);

/** Takes answers in: an act leaves only with its own answer, and an answer that came twice is told once. */
export function takeResults(queue: RosterQueue, results: readonly ActResult[]): RosterQueue {
  const answers = new Map(results.map((result) => [result.id, result]));
  const told = queue.waiting.flatMap(({ act, carePointId, name }) => {
    const answer = answers.get(act.id);
    if (!answer) return [];
    return [{ id: act.id, kind: act.kind, carePointId, name, outcome: answer.outcome, message: answer.message }];
  });
  return {
    waiting: queue.waiting.filter(({ act }) => !answers.has(act.id)),
    reported: [...queue.reported, ...told],
  };
}

/** Puts away what has been read. */
export const putAwayReported = (queue: RosterQueue, carePointId: string): RosterQueue => ({
  ...queue,
  reported: queue.reported.filter((reported) => reported.carePointId !== carePointId),
});

interface Noted {
  readonly acts: readonly OfflineAct[];
  /** Server's clock less the phone's, milliseconds: acts carry the phone's time. */
  readonly clockOffMs: number;
}

/** The rows as they stand after what was noted down. */
export function rowsAsNoted(rows: readonly RosterRow[], { acts, clockOffMs }: Noted): readonly RosterRow[] {
  if (acts.length === 0) return rows;
  const inOrder = [...acts].sort((a, b) => a.happenedAt.localeCompare(b.happenedAt));
  return rows.map((row) =>
    inOrder
      .filter((act) => act.kind !== "walk_in" && act.bookingId === row.bookingId)
      .reduce((standing, act) => afterAct(standing, act, clockOffMs), row),
  );
}

function afterAct(row: RosterRow, act: OfflineAct, clockOffMs: number): RosterRow {
  const at = Date.parse(act.happenedAt) + clockOffMs;
  const unserved = { servedAt: null, undoUntil: null };
  switch (act.kind) {
    case "check_in":
    case "check_in_by_name":
      if (row.state === "served") return row;
      return { ...row, state: "served", servedAt: isoOf(at), undoUntil: isoOf(at + UNDO_MS) };
    case "undo_check_in":
      return { ...row, ...unserved, state: "booked" };
    case "mark_no_show":
      return row.state === "booked" ? { ...row, ...unserved, state: "no_show" } : row;
    case "walk_in":
      return row;
  }
}

const isoOf = (ms: number): string => new Date(ms).toISOString();

/** The rows whose code ends like a typed one, those still waiting first: the whole code is on the server only. */
export const rowsOfCode = (rows: readonly RosterRow[], code: string): readonly RosterRow[] =>
  rows
    .filter(({ codeTail }) => codeTail !== null && codeTail === code.slice(-2))
    .sort((a, b) => Number(a.state === "served") - Number(b.state === "served"));
