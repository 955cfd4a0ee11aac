import { CORRECTIONS, CorrectionModel, type CorrectionDocument } from "./correction.model";
import { openWords } from "./sealed-words";
import { SETTLED } from "./settle-correction";
import { tellAnswers } from "./tell-answer";

/** Tells whoever reported something what became of it. */
export const correctionEvents = tellAnswers<CorrectionDocument>({
  collection: CORRECTIONS,
  model: CorrectionModel,
  settled: SETTLED,
  askedBy: ({ reporterId }) => reporterId,
  noticeOf: ({ sealer }, correction, carePointName) => ({
    template: "correction_answered",
    carePointName,
    isTakenOver: correction.state === "taken_over",
    words: openWords(sealer, correction, "words"),
  }),
});
