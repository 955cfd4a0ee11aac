import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { queryClient } from "@miniapp/core/query-client";
import { phoneNow } from "@miniapp/core/server-clock";
import { reaching, useIsCutOff } from "./counter-reach";
import { mealCounterApi } from "./meal-counter.api";
import { changeNotes, useRosterNotes } from "./roster-notes";
import { nextActs, takeResults, waitingAt } from "./roster-queue";
import { counterKey } from "./use-counter-day";
import { noteActs } from "./use-roster";

const AGAIN_MS = 15_000;

interface Whose {
  readonly carePointId: string;
  readonly actorId: string;
}

/** Reports what was noted down as soon as somebody answers, again and again until every act has its answer. */
export function useRosterSync({ carePointId, actorId }: Whose) {
  const queue = useRosterNotes((notes) => notes.queue);
  const isCutOff = useIsCutOff();
  const [turn, setTurn] = useState(0);
  const waiting = waitingAt(queue, { carePointId, actorId }).length;
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const acts = [...nextActs(useRosterNotes.getState().queue, { carePointId, actorId })];
      const deviceNow = new Date(phoneNow()).toISOString();
      const { results } = await reaching(() => mealCounterApi.syncRoster({ body: { carePointId, deviceNow, acts } }));
      const taken = new Set(results.filter(({ outcome }) => outcome === "done").map(({ id }) => id));
      noteActs(acts.filter(({ id }) => taken.has(id)));
      changeNotes((current) => takeResults(current, results));
    },
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: counterKey }),
  });
  useEffect(() => {
    if (!isCutOff && waiting > 0) mutate();
  }, [isCutOff, waiting, turn, mutate]);
  useEffect(() => {
    if (waiting === 0) return undefined;
    const timer = setInterval(() => setTurn((turns) => turns + 1), AGAIN_MS);
    return () => clearInterval(timer);
  }, [waiting]);
  return { waiting, isSending: isPending, error };
}
