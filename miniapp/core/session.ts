import { create } from "zustand";
import { forget, remember, remembered } from "./storage";

const NAME = "yike.session";

interface SignedInAs {
  /** Opaque. */
  readonly token: string;
  readonly personId: string;
}

interface Session {
  /** Null for a guest. */
  readonly token: string | null;
  /** Who is signed in; null for a guest. */
  readonly personId: string | null;
  readonly start: (as: SignedInAs) => void;
  readonly end: () => void;
}

const GUEST = { token: null, personId: null };

/** Whether somebody is signed in on this phone, and who. */
export const useSession = create<Session>((set) => ({
  ...((remembered(NAME) as SignedInAs | undefined) ?? GUEST),
  start: (as) => {
    remember(NAME, as);
    set(as);
  },
  end: () => {
    forget(NAME);
    set(GUEST);
  },
}));
