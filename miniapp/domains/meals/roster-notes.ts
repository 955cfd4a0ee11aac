import { create } from "zustand";
import { remember, remembered } from "@miniapp/core/storage";
import { EMPTY_QUEUE, type RosterQueue } from "./roster-queue";

const NAME = "yike.counter-notes";
const kept = (): RosterQueue | undefined => remembered(NAME) as RosterQueue | undefined;

interface Notes {
  readonly queue: RosterQueue;
  /** Whether this phone could not keep them: they then last as long as the page. */
  readonly isUnkept: boolean;
}

/** What the counter did while nobody answered, and what the server said of it. Kept on this phone, without phones. */
export const useRosterNotes = create<Notes>(() => ({ queue: kept() ?? EMPTY_QUEUE, isUnkept: false }));

/** Changes the notes as they are kept now: another window may have written since. */
export function changeNotes(change: (queue: RosterQueue) => RosterQueue): void {
  const { queue, isUnkept } = useRosterNotes.getState();
  const changed = change(isUnkept ? queue : (kept() ?? queue));
  remember(NAME, changed);
  useRosterNotes.setState({ queue: changed, isUnkept: JSON.stringify(kept()) !== JSON.stringify(changed) });
}
