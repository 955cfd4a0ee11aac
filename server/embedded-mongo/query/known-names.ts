import { EngineError } from "../errors";
import type { Document } from "../values/decode";

/** Refuses by name what a stage or operator is told besides what it knows: nothing is ignored. */
export function checkNames(place: string, given: Document, known: readonly string[]): void {
  const strange = Object.keys(given).find((name) => !known.includes(name));
  if (strange !== undefined) throw new EngineError(9, `unknown argument to ${place}: ${strange}`);
}
