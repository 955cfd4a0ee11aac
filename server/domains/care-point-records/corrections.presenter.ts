import type { Correction, OfficeCorrection } from "@shared/domains/care-point-records/corrections.contract";
import { dateLabel } from "@server/core/calendar";
import type { Sealer } from "@server/core/crypto/sealer";
import type { CorrectionDocument } from "./correction.model";
import { openWords } from "./sealed-words";

interface Presenting {
  readonly sealer: Sealer;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export const presentCorrection = (correction: CorrectionDocument, { sealer, today }: Presenting): Correction => ({
  id: correction._id,
  what: correction.what,
  sentence: openWords(sealer, correction, "sentence"),
  reportedLabel: dateLabel(correction.openedOn),
  dueLabel: dateLabel(correction.dueOn),
  isOverdue: correction.dueOn < today,
  isAnswerRead: correction.reporterId !== null,
});

interface AtPlace extends Presenting {
  readonly place: { readonly name: string; readonly phone: string } | undefined;
}

/** The same for the office, which rings up the care point. */
export const presentOfficeCorrection = (
  correction: CorrectionDocument,
  { place, ...presenting }: AtPlace,
): OfficeCorrection => ({
  ...presentCorrection(correction, presenting),
  carePointId: correction.carePointId,
  carePointName: place?.name ?? "照护点",
  phone: place?.phone ?? "",
});
