import { syllablesOf, toNameKey } from "@server/core/pinyin";

interface Named {
  readonly name: string;
  readonly formerNames: readonly string[];
}

/**
 * What finds a place when somebody types the beginning of it: its names from each sign on (春风社区食堂, 社区食堂, 食堂),
 * likewise its pinyin (shequshitang) and initials (sqst). Kept whole, so that a search is one anchored beginning on an index.
 */
export const searchKeysOf = ({ name, formerNames }: Named): string[] => [
  ...new Set(
    [name, ...formerNames].flatMap((one) => {
      const signs = Array.from(toSearchBeginning(one));
      const syllables = syllablesOf(one, { isPersonsName: false }).filter((syllable) => syllable !== "");
      const initials = syllables.map((syllable) => Array.from(syllable)[0] ?? "");
      return [signs, syllables, initials].flatMap(endingsOf);
    }),
  ),
];

const endingsOf = (parts: readonly string[]): string[] => parts.map((_, index) => parts.slice(index).join(""));

/** What somebody typed, as the keys are written: letters, signs and digits, no case; empty when nothing of it is left. */
export const toSearchBeginning = (typed: string): string => toNameKey(typed).replace(/[^\p{L}\p{N}]/gu, "");
