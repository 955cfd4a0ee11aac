import { create } from "zustand";
import { remember, remembered } from "./storage";

interface DemoSite {
  readonly isDemo: boolean;
  readonly noteDemo: (isDemo: boolean) => void;
}

const NAME = "yike.demo";

/** Whether the people, canteens and menus of this site are made up; as the server last said. */
export const useDemoSite = create<DemoSite>((set) => ({
  isDemo: remembered(NAME) === true,
  noteDemo: (isDemo) => {
    remember(NAME, isDemo);
    set({ isDemo });
  },
}));
