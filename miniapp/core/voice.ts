/** Whether this phone can read aloud: the browser's own voice on H5. WeChat has none of its own. */
export const canSpeak = (): boolean =>
  process.env.TARO_ENV === "h5" &&
  typeof speechSynthesis !== "undefined" &&
  typeof SpeechSynthesisUtterance !== "undefined";

/** Reads a sentence aloud in Chinese, a little slowly; a running one stops first. */
export function speak(sentence: string): void {
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(sentence);
  utterance.lang = "zh-CN";
  utterance.rate = 0.9;
  speechSynthesis.speak(utterance);
}
