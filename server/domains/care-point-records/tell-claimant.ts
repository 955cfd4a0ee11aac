import { findCarePoint } from "@server/domains/care-points/index";
import { CLAIMS, ClaimModel, type ClaimDocument } from "./claim.model";
import { openText } from "./sealed-words";
import { CLAIM_SETTLED } from "./settle-claim";
import { tellAnswers } from "./tell-answer";
import { officeNameOf } from "./verifying-office";

/** Tells whoever claimed a place what the office said, and how she goes on; the code comes by telephone alone. */
export const claimEvents = tellAnswers<ClaimDocument>({
  collection: CLAIMS,
  model: ClaimModel,
  settled: CLAIM_SETTLED,
  askedBy: ({ claimantId }) => claimantId,
  noticeOf: async ({ sealer }, { _id: id, carePointId, state, words }, carePointName) => ({
    template: "claim_answered",
    carePointName,
    officeName: await officeNameOf(await findCarePoint(carePointId)),
    isApproved: state === "approved",
    words: openText(sealer, { collection: CLAIMS, id, field: "words" }, words),
  }),
});
