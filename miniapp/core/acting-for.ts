import { create } from "zustand";
import { useSession } from "./session";
import { forget, remember, remembered } from "./storage";

const NAME = "yike.acting-for";

/** An elder for whom whoever is signed in acts by a bond. */
export interface Elder {
  readonly id: string;
  /** What she is called: 王阿姨. */
  readonly name: string;
  /** Where she lives; null when she has not said. */
  readonly communityId: string | null;
}

interface Stored {
  /** Who acts; what another person on this phone had chosen does not count. */
  readonly helperId: string;
  readonly elder: Elder;
}

interface ActingFor {
  /** Null while one acts for oneself. */
  readonly elder: Elder | null;
  /** Whose leave was found to be gone, until somebody is chosen anew. */
  readonly lost: Elder | null;
  readonly begin: (elder: Elder) => void;
  readonly end: () => void;
  /** The leave is gone: back to oneself, and it is said. */
  readonly lose: () => void;
}

const stored = remembered(NAME) as Stored | undefined;
const isMine = stored !== undefined && stored.helperId === useSession.getState().personId;

/** For whom this phone orders and cancels. */
export const useActingFor = create<ActingFor>((set, get) => ({
  elder: isMine ? stored.elder : null,
  lost: null,
  begin: (elder) => {
    remember(NAME, { helperId: useSession.getState().personId, elder });
    set({ elder, lost: null });
  },
  end: () => {
    forget(NAME);
    set({ elder: null, lost: null });
  },
  lose: () => {
    const { elder } = get();
    forget(NAME);
    set({ elder: null, lost: elder });
  },
}));

// Whoever signs out, or in as somebody else, acts for herself.
useSession.subscribe(({ personId }, before) => {
  if (personId !== before.personId) useActingFor.getState().end();
});

/** The person whose meals are meant: the elder one acts for, else oneself; null for a guest. */
export function useElderId(): string | null {
  const personId = useSession((session) => session.personId);
  const elder = useActingFor((acting) => acting.elder);
  return elder?.id ?? personId;
}
