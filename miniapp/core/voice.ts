import Taro from "@tarojs/taro";
import { wechatVoice, type SpeechPlugin } from "./wechat-voice";

/** Set by the build: whether WeChat's speech plugin was configured for it; never on H5. */
declare const HAS_VOICE_PLUGIN: boolean;
/** WeChat's own; the name must be one that app.json announces. */
declare const requirePlugin: (name: "WechatSI") => SpeechPlugin;

/** Whether this phone can read aloud: the browser's own voice on H5; in WeChat its plugin, where the build has it. */
export const canSpeak = (): boolean => HAS_VOICE_PLUGIN || hasBrowserVoice();

const hasBrowserVoice = (): boolean =>
  process.env.TARO_ENV === "h5" &&
  typeof speechSynthesis !== "undefined" &&
  typeof SpeechSynthesisUtterance !== "undefined";

/** Reads a sentence aloud in Chinese; a running one stops first. Only where {@link canSpeak}. */
export const speak: (sentence: string) => void = HAS_VOICE_PLUGIN
  ? wechatVoice({ plugin: () => requirePlugin("WechatSI"), newPlayer, onSilence: saySilence })
  : speakInBrowser;

function speakInBrowser(sentence: string): void {
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(sentence);
  utterance.lang = "zh-CN";
  // A little slowly, for those who hear with effort.
  utterance.rate = 0.9;
  speechSynthesis.speak(utterance);
}

function newPlayer(failed: () => void) {
  // She asked for it by a tap: a phone set to silent reads as well.
  void Taro.setInnerAudioOption({ obeyMuteSwitch: false });
  const player = Taro.createInnerAudioContext();
  player.onError(failed);
  return player;
}

function saySilence(): void {
  void Taro.showToast({ title: "现在读不出来，请看屏幕上的字", icon: "none" });
}
