import { create } from "zustand";
import type { ChosenCommunity } from "./settings";

interface PickedCommunity {
  readonly community: ChosenCommunity | null;
  readonly pick: (community: ChosenCommunity | null) => void;
}

/** What the page 选社区 hands back to the form that sent somebody there. */
export const usePickedCommunity = create<PickedCommunity>((set) => ({
  community: null,
  pick: (community) => set({ community }),
}));
