import { setTimeout as delay, setImmediate as endOfTurn } from "node:timers/promises";

/** How long a read waits for more who ask the same while another of its kind is under way, milliseconds. */
const GATHERS_MS = 10;

/**
 * Makes one read of those that ask for the same thing at once, where the requests of a crowd meet: in one turn of the
 * event loop, or, while such a read is under way, within ten milliseconds. It begins after all of them have asked, so
 * each is answered as if he had read alone, and nobody waits for a read that was under way. For reads outside
 * transactions whose answer nobody changes.
 *
 * @param keyOf what makes two questions the same
 */
export function shareReads<Question, T>(
  keyOf: (question: Question) => string,
  read: (question: Question) => Promise<T>,
): (question: Question) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  const underWay = new Set<string>();
  const begin = async (key: string, question: Question): Promise<T> => {
    await (underWay.has(key) ? delay(GATHERS_MS) : endOfTurn());
    asked.delete(key);
    underWay.add(key);
    // With several under way the first to end makes the next gather for a turn only: that costs a read, nothing else.
    return read(question).finally(() => underWay.delete(key));
  };
  return (question) => {
    const key = keyOf(question);
    const shared = asked.get(key) ?? begin(key, question);
    asked.set(key, shared);
    return shared;
  };
}
