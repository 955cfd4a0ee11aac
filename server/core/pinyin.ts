import { createRequire } from "node:module";
import type { pinyin } from "pinyin-pro";

const require = createRequire(import.meta.url);

/** Its dictionary is read with the first text, not at the start: eight megabytes. */
const load = () => require("pinyin-pro") as { readonly pinyin: typeof pinyin };

/** How words are compared: full and half width, upper and lower case are one. */
export const toNameKey = (words: string): string => words.normalize("NFKC").trim().toLowerCase();

interface Reading {
  /** A person's name begins with a surname, and some surnames are read otherwise: 单 is shan. */
  readonly isPersonsName: boolean;
}

/** The syllables of a text without tones, 汉字 and others alike: "wang", "a", "yi". */
export function syllablesOf(text: string, { isPersonsName }: Reading): string[] {
  const syllables = load().pinyin(text, {
    toneType: "none",
    type: "array",
    surname: isPersonsName ? "head" : "off",
    nonZh: "consecutive",
    v: true,
  });
  return syllables.map((syllable) => toNameKey(syllable).replace(/[^\p{L}\p{N}]/gu, ""));
}
