import { careServiceWords, facilityKindWords, type CareService, type FacilityKind } from "@shared/core/network";
import { notUnderstood, understood, type Understood } from "./import-row";

const SEPARATORS = /[、，,;；/\s]+/u;

const reversed = <T extends string>(words: Readonly<Record<T, string>>): ReadonlyMap<string, T> =>
  new Map((Object.entries(words) as [T, string][]).map(([key, word]) => [word, key]));

const services = reversed(careServiceWords);
const kinds = reversed(facilityKindWords);

/** "助餐、日间照料" as services. */
export const readServices = (written: string): Understood<readonly CareService[]> => readWords(written, services);

/** "老年食堂、日间照料站" as kinds of facility. */
export const readKinds = (written: string): Understood<readonly FacilityKind[]> => readWords(written, kinds);

function readWords<T>(written: string, known: ReadonlyMap<string, T>): Understood<readonly T[]> {
  const words = [...new Set(written.split(SEPARATORS).filter(Boolean))];
  const unknown = words.find((word) => !known.has(word));
  if (unknown !== undefined)
    return notUnderstood(`没有“${unknown.slice(0, 20)}”这一种，可以写：${[...known.keys()].join("、")}`);
  return understood([...new Set(words.flatMap((word) => known.get(word) ?? []))]);
}
