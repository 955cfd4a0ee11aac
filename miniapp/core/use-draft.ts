import { useCallback, useEffect, useRef, useState } from "react";
import { forgetDraft, keepDraft, keptDraft } from "./drafts";

/**
 * The state of a form that comes back when the phone rings and the app is closed meanwhile. Leaving the form by one's own
 * will unmounts it and wipes the draft; a killed app unmounts nothing.
 * @param read makes the state of what was kept, or of undefined; what was kept may be from an older version of the app
 */
export function useDraft<State extends object>(name: string, read: (kept: unknown) => State) {
  const [state, setState] = useState(() => read(keptDraft(name)));
  const latest = useRef(state);
  const change = useCallback(
    (part: Partial<State>) => {
      latest.current = { ...latest.current, ...part };
      setState(latest.current);
      keepDraft(name, latest.current);
    },
    [name],
  );
  useEffect(() => () => forgetDraft(name), [name]);
  return [state, change] as const;
}
