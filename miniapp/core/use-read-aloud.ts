import { useEffect } from "react";
import { useSettings } from "./settings";
import { canSpeak, speak } from "./voice";

/** Reads a sentence aloud once it is there, for somebody who has asked for that in 我的. */
export function useReadAloud(sentence: string | undefined): void {
  const readsAloud = useSettings((settings) => settings.readsAloud);
  useEffect(() => {
    if (readsAloud && sentence !== undefined && canSpeak()) speak(sentence);
  }, [readsAloud, sentence]);
}
