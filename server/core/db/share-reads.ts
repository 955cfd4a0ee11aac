import { setImmediate as endOfTurn } from "node:timers/promises";

/**
 * Makes one read of those that ask for the same thing in one turn of the event loop, where the requests of a crowd meet.
 * It begins after all of them have asked, so each is answered as if he had read alone, and nobody waits for a read that
 * was under way. For reads outside transactions whose answer nobody changes.
 *
 * @param keyOf what makes two questions the same
 */
export function shareReads<Question, T>(
  keyOf: (question: Question) => string,
  read: (question: Question) => Promise<T>,
): (question: Question) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (question) => {
    const key = keyOf(question);
    const shared =
      asked.get(key) ??
      endOfTurn().then(() => {
        asked.delete(key);
        return read(question);
      });
    asked.set(key, shared);
    return shared;
  };
}
