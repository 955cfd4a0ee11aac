import Taro from "@tarojs/taro";
import { create } from "zustand";
import { remember, remembered } from "./storage";

export type TextSize = "compact" | "standard" | "large" | "largest";
export interface ChosenCommunity {
  readonly id: string;
  /** "红旗区 春风社区". */
  readonly label: string;
}

interface Stored {
  readonly textSize?: TextSize;
  readonly community?: ChosenCommunity;
  readonly readsAloud?: boolean;
}

interface Settings {
  readonly textSize: TextSize;
  /** Where a guest, or this phone, starts from; a signed-in person's own community comes first. */
  readonly community: ChosenCommunity | null;
  /** Whether a finished booking is read aloud by itself. */
  readonly readsAloud: boolean;
  readonly setTextSize: (textSize: TextSize) => void;
  readonly setCommunity: (community: ChosenCommunity) => void;
  readonly setReadsAloud: (readsAloud: boolean) => void;
}

const NAME = "yike.settings";
const stored = (remembered(NAME) as Stored | undefined) ?? {};

/** What this phone is set to. */
export const useSettings = create<Settings>((set, get) => {
  const change = (part: Stored) => {
    set(part as Partial<Settings>);
    const { textSize, community, readsAloud } = get();
    remember(NAME, { textSize, readsAloud, ...(community ? { community } : {}) });
  };
  return {
    textSize: stored.textSize ?? sizeOfWechat(),
    community: stored.community ?? null,
    readsAloud: stored.readsAloud ?? false,
    setTextSize: (textSize) => change({ textSize }),
    setCommunity: (community) => change({ community }),
    setReadsAloud: (readsAloud) => change({ readsAloud }),
  };
});

/** A first guess from the size chosen in WeChat, where the app runs there. */
function sizeOfWechat(): TextSize {
  if (process.env.TARO_ENV !== "weapp") return "standard";
  const { fontSizeScaleFactor = 1 } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  if (fontSizeScaleFactor >= 1.4) return "largest";
  return fontSizeScaleFactor >= 1.15 ? "large" : "standard";
}
