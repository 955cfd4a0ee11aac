import { useMutation } from "@tanstack/react-query";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { queryClient } from "@miniapp/core/query-client";
import { askCounter } from "./ask-counter";
import { isUnanswered, reaching, useIsCutOff } from "./counter-reach";
import { noteWish, type Counter, type CounterOutcome, type CounterWish } from "./counter-wishes";
import { useRosterNotes } from "./roster-notes";
import { waitingAt } from "./roster-queue";
import { counterKey } from "./use-counter-day";

/**
 * Does an act at the counter: at once while the server answers, else it is noted down and reported later. What follows
 * a noted act on the same booking waits behind it.
 */
export function useCounterAct(counter: Counter) {
  const isCutOff = useIsCutOff();
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: async (wish: CounterWish): Promise<CounterOutcome> => {
      if (isCutOff || waitsBehind(wish, counter)) return noteWish(wish, counter);
      try {
        const { carePointId } = counter;
        return await reaching(() => withKey(wish, (key) => askCounter({ carePointId, wish, key })));
      } catch (error) {
        // A walk-in that may have been counted is asked for again under its key; noted down it would count twice.
        if (wish.kind === "walk_in" || !isUnanswered(error)) throw error;
        return noteWish(wish, counter);
      }
    },
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: [...counterKey, "day"] }),
  });
}

export type CounterActing = ReturnType<typeof useCounterAct>;

function waitsBehind(wish: CounterWish, counter: Counter): boolean {
  if (!("row" in wish)) return false;
  return waitingAt(useRosterNotes.getState().queue, counter).some(
    ({ act }) => act.kind !== "walk_in" && act.bookingId === wish.row.bookingId,
  );
}
