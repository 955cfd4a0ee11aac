import type { ServiceDate } from "@shared/core/primitives";
import type { PersonDocument } from "./person.model";

/** The question in words: enough to know oneself by, and of the birth date only the year, since the rest is the proof. */
export function presentMergeQuestion(
  { preferredName }: Pick<PersonDocument, "preferredName">,
  birthDate: ServiceDate | null,
): string {
  const born = birthDate === null ? "" : `，${birthDate.slice(0, 4)} 年生`;
  return `照护点登记过一位${preferredName ?? "没有留称呼的老人"}${born}，是您吗？`;
}
