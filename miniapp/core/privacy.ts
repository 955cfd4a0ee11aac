import Taro from "@tarojs/taro";
import { create } from "zustand";

/** The id of the button that WeChat wants named with the consent. */
export const AGREE_BUTTON = "agree-to-privacy";

type Resolve = (answer: { event: "agree"; buttonId: string } | { event: "disagree" }) => void;

interface Privacy {
  /** Whether WeChat waits for the person's answer; until then what she tapped does nothing. */
  readonly isAsked: boolean;
  readonly agree: () => void;
  /** What she tapped is not done; everything else goes on. WeChat asks again at the next need. */
  readonly refuse: () => void;
}

let waiting: readonly Resolve[] = [];

function answerAll(answer: Parameters<Resolve>[0]): void {
  for (const resolve of waiting) resolve(answer);
  waiting = [];
  usePrivacy.setState({ isAsked: false });
}

/** Consent to WeChat's privacy agreement, asked when an interface first needs it and not before. */
export const usePrivacy = create<Privacy>(() => ({
  isAsked: false,
  agree: () => answerAll({ event: "agree", buttonId: AGREE_BUTTON }),
  refuse: () => answerAll({ event: "disagree" }),
}));

/** Takes WeChat's question when it comes; WeChat before 2.32.3 has none. */
export function watchPrivacy(): void {
  if (process.env.TARO_ENV !== "weapp" || !Taro.canIUse("onNeedPrivacyAuthorization")) return;
  Taro.onNeedPrivacyAuthorization((resolve: Resolve) => {
    waiting = [...waiting, resolve];
    usePrivacy.setState({ isAsked: true });
  });
}

/** Opens the agreement's text as the operator gave it to WeChat. */
export const readPrivacyAgreement = (): void => Taro.openPrivacyContract({});
