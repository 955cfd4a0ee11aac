import type { CounterSitting } from "@shared/domains/meals/meal-counter-shapes";
import { phoneNow, serverNow } from "@miniapp/core/server-clock";
import { useRosterNotes } from "./roster-notes";
import { rowsAsNoted, waitingAt } from "./roster-queue";
import { useCounterAct } from "./use-counter-act";
import { useRoster } from "./use-roster";

interface AtCounter {
  readonly sitting: CounterSitting;
  readonly actorId: string;
}

/** A sitting's roster as it stands with what was noted down, and what can be done about it. */
export function useCounter({ sitting, actorId }: AtCounter) {
  const { carePointId } = sitting;
  const query = useRoster(sitting);
  const queue = useRosterNotes((notes) => notes.queue);
  const acts = waitingAt(queue, { carePointId, actorId }).map(({ act }) => act);
  const rows = rowsAsNoted(query.data ?? [], { acts, clockOffMs: serverNow() - phoneNow() });
  const acting = useCounterAct({ carePointId, actorId, rows });
  return { query, rows, acting, hasNoted: acts.length > 0 };
}
