import type { TabName } from "@miniapp/core/tabs";

/** Somewhere in the app, and what people call it. Data only. */
export interface Place {
  readonly text: string;
  /** What one does there. */
  readonly note: string;
  readonly icon: "bowl" | "home" | "pin" | "calendar" | "person" | "phone" | "speak" | "text" | "key" | "info";
  /** What people type who look for it, shortest forms first; its own name counts as well. */
  readonly words: readonly string[];
  readonly to: { readonly tab: TabName } | { readonly page: string } | "call";
  /** Belongs to whoever is signed in; a guest is led to sign in. */
  readonly isPersonal?: boolean;
  /** There only where a voice exists. */
  readonly needsVoice?: boolean;
}

/** Letters of a word that is still being composed, spaces and signs do not count. */
const typedWords = (typed: string): string => typed.replace(/[^\u3400-\u9fff0-9]/g, "");

const EXACT = 0;
const BEGINNING = 1;
const INSIDE = 2;
const AMONG_OTHER_WORDS = 3;
const SHARED_PAIR = 4;
const NOT_AT_ALL = 5;

function distance(word: string, typed: string): number {
  if (word === typed) return EXACT;
  if (word.startsWith(typed)) return BEGINNING;
  if (word.includes(typed)) return INSIDE;
  if (word.length > 1 && typed.includes(word)) return AMONG_OTHER_WORDS;
  return sharesPair(word, typed) ? SHARED_PAIR : NOT_AT_ALL;
}

/** Whether two characters that stand together in one stand together in the other: 订个午饭 and 午饭. */
const sharesPair = (word: string, typed: string): boolean =>
  Array.from({ length: Math.max(0, typed.length - 1) }, (_, at) => typed.slice(at, at + 2)).some((pair) =>
    word.includes(pair),
  );

/**
 * The places that are called so, nearest first: a whole word, its beginning, a part of it, a word within a sentence. Pairs of
 * characters count only when nothing comes nearer. All places while nothing is typed.
 */
export function findPlaces(places: readonly Place[], typed: string): readonly Place[] {
  const wanted = typedWords(typed);
  if (wanted === "") return places;
  const ranked = places.map((place) => ({
    place,
    rank: Math.min(...[place.text, ...place.words].map((word) => distance(word, wanted))),
  }));
  const nearest = Math.min(...ranked.map(({ rank }) => rank));
  const limit = Math.min(NOT_AT_ALL - 1, Math.max(nearest, AMONG_OTHER_WORDS));
  return ranked
    .filter(({ rank }) => rank <= limit)
    .sort((one, other) => one.rank - other.rank)
    .map(({ place }) => place);
}
