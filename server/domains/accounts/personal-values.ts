import type { ServiceDate } from "@shared/core/primitives";
import type { Sealer } from "@server/core/crypto/sealer";
import { syllablesOf, toNameKey } from "@server/core/pinyin";
import type { PersonDocument } from "./person.model";

const TAIL_DIGITS = 4;
const placeOf = (id: string, field: "birthDate" | "phone") => ({ collection: "people", id, field });

interface Sealing {
  readonly sealer: Sealer;
  readonly personId: string;
}

export const sealBirthDate = ({ sealer, personId }: Sealing, birthDate: ServiceDate): string =>
  sealer.seal(placeOf(personId, "birthDate"), birthDate);

export const openBirthDate = (sealer: Sealer, { _id, birthDate }: Pick<PersonDocument, "_id" | "birthDate">) =>
  birthDate === null ? null : sealer.open(placeOf(_id, "birthDate"), birthDate);

/** The phone sealed, and the two blind indexes by which it is found. */
export const sealPhone = ({ sealer, personId }: Sealing, phone: string) => ({
  phone: sealer.seal(placeOf(personId, "phone"), phone),
  phoneIndex: phoneIndexOf(sealer, phone),
  phoneTailIndex: phoneTailIndexOf(sealer, phone.slice(-TAIL_DIGITS)),
});

export const phoneIndexOf = (sealer: Sealer, phone: string): string => sealer.blindIndex("people.phone", phone);

/** @param tail the last four digits */
export const phoneTailIndexOf = (sealer: Sealer, tail: string): string => sealer.blindIndex("people.phone-tail", tail);

export const openPhone = (sealer: Sealer, { _id, phone }: Pick<PersonDocument, "_id" | "phone">) =>
  phone === null ? null : sealer.open(placeOf(_id, "phone"), phone);

export const openPhoneTail = (sealer: Sealer, person: Pick<PersonDocument, "_id" | "phone">) =>
  openPhone(sealer, person)?.slice(-TAIL_DIGITS) ?? null;

/** Longer beginnings find nobody: longest names have twenty characters, and nobody types more of their pinyin. */
const LONGEST_BEGINNING = 24;

/**
 * What staff may type to find a name: every beginning of 王阿姨, wangayi and way. Kept whole, so that a search is a plain
 * equality that every index serves.
 */
export function searchKeysOf(name: string): string[] {
  const latin = syllablesOf(name, { isPersonsName: true });
  return [...new Set([toNameKey(name), latin.join(""), initialsOf(name)].flatMap(beginningsOf))];
}

/** "wxl" of 王秀兰. */
export const initialsOf = (name: string): string =>
  syllablesOf(name, { isPersonsName: true })
    .map((syllable) => Array.from(syllable)[0] ?? "")
    .join("");

function beginningsOf(text: string): string[] {
  const characters = Array.from(text).slice(0, LONGEST_BEGINNING);
  return characters.map((_, index) => characters.slice(0, index + 1).join(""));
}
