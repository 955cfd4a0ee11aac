import { onlineManager } from "@tanstack/react-query";
import { create } from "zustand";
import { ApiError } from "@miniapp/core/api-error";
import { useOnline } from "@miniapp/core/use-online";

const useReach = create(() => ({ isCutOff: false }));

// With the network back the server is asked at once, not at the next turn.
onlineManager.subscribe((isOnline) => {
  if (isOnline) useReach.setState({ isCutOff: false });
});

/** Whether a request may or may not have arrived: nobody said yes or no. */
export const isUnanswered = (error: unknown): boolean => error instanceof ApiError && !error.facts.isDefinite;

/** Asks the server and remembers whether it answered: a network without a server is none. */
export async function reaching<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    const answer = await ask();
    useReach.setState({ isCutOff: false });
    return answer;
  } catch (error) {
    useReach.setState({ isCutOff: isUnanswered(error) });
    throw error;
  }
}

/** Whether the counter works on its own now. */
export function useIsCutOff(): boolean {
  const isOnline = useOnline();
  const isCutOff = useReach((reach) => reach.isCutOff);
  return isCutOff || !isOnline;
}
