import type { FieldPlace, Sealer } from "@server/core/crypto/sealer";
import { CORRECTIONS, type CorrectionDocument } from "./correction.model";

type Sealed = "sentence" | "words";

/** Seals what somebody wrote for its own place; null where nothing was written. */
export const sealText = (sealer: Sealer, place: FieldPlace, typed?: string): string | null =>
  typed === undefined ? null : sealer.seal(place, typed);

/** What somebody wrote; null where nothing is. */
export const openText = (sealer: Sealer, place: FieldPlace, sealed: string | null): string | null =>
  sealed === null ? null : sealer.open(place, sealed);

/** Seals what was written about a correction. */
export const sealWords = (sealer: Sealer, place: { id: string; field: Sealed }, typed?: string): string | null =>
  sealText(sealer, { collection: CORRECTIONS, ...place }, typed);

/** What was written about a correction. */
export const openWords = (sealer: Sealer, correction: CorrectionDocument, field: Sealed): string | null =>
  openText(sealer, { collection: CORRECTIONS, id: correction._id, field }, correction[field]);
