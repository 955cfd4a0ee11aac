import { changeWords } from "@shared/domains/care-point-records/verifying-records";
import { RECORD_CHANGES, RecordChangeModel, type RecordChangeDocument } from "./record-change.model";
import { openText } from "./sealed-words";
import { CHANGE_SETTLED } from "./settle-change";
import { tellAnswers } from "./tell-answer";

/** Tells the manager what the office said to a change. */
export const recordChangeEvents = tellAnswers<RecordChangeDocument>({
  collection: RECORD_CHANGES,
  model: RecordChangeModel,
  settled: CHANGE_SETTLED,
  askedBy: ({ proposerId }) => proposerId,
  noticeOf: ({ sealer }, { _id: id, what, state, words }, carePointName) => ({
    template: "change_answered",
    carePointName,
    what: changeWords[what],
    isApproved: state === "approved",
    words: openText(sealer, { collection: RECORD_CHANGES, id, field: "words" }, words),
  }),
});
