import type { Sealer } from "@server/core/crypto/sealer";
import { CORRECTIONS, type CorrectionDocument } from "./correction.model";

type Sealed = "sentence" | "words";

/** Seals what somebody wrote for its own place; null where nothing was written. */
export const sealWords = (sealer: Sealer, place: { id: string; field: Sealed }, typed?: string): string | null =>
  typed === undefined ? null : sealer.seal({ collection: CORRECTIONS, ...place }, typed);

/** What somebody wrote; null where nothing is. */
export function openWords(sealer: Sealer, correction: CorrectionDocument, field: Sealed): string | null {
  const sealed = correction[field];
  return sealed === null ? null : sealer.open({ collection: CORRECTIONS, id: correction._id, field }, sealed);
}
