import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import type { DeliveredEvent, OutboxSource } from "@server/core/outbox/outbox";
import { findCarePoint } from "@server/domains/care-points/index";
import { notify } from "@server/domains/notices/index";
import { CLAIMS, ClaimModel, type ClaimDocument } from "./claim.model";
import { openText } from "./sealed-words";
import { CLAIM_SETTLED } from "./settle-claim";
import { officeNameOf } from "./verifying-office";

/** Tells whoever claimed a place what the office said, and how she goes on; the code comes by telephone alone. */
export const claimEvents: OutboxSource = {
  collection: CLAIMS,
  deliver: async (deps, events) => {
    const answers = events.filter(({ type }) => type === CLAIM_SETTLED);
    const ids = answers.map(({ documentId }) => documentId);
    const claims = await ClaimModel.find({ _id: trusted({ $in: ids }) })
      .limit(ids.length)
      .lean<ClaimDocument[]>();
    for (const event of answers) {
      const claim = claims.find(({ _id }) => _id === event.documentId);
      if (claim?.claimantId) await tell(deps, { event, claim, personId: claim.claimantId });
    }
  },
};

interface Telling {
  readonly event: DeliveredEvent;
  readonly claim: ClaimDocument;
  readonly personId: string;
}

async function tell({ sealer, clock }: Deps, { event, claim, personId }: Telling): Promise<void> {
  const { _id: id, carePointId, state } = claim;
  const carePoint = await findCarePoint(carePointId);
  if (!carePoint) return;
  await notify({
    key: event.id,
    personId,
    carePointId,
    now: event.at?.getTime() ?? clock.now(),
    notice: {
      template: "claim_answered",
      carePointName: carePoint.name,
      officeName: await officeNameOf(carePoint),
      isApproved: state === "approved",
      words: openText(sealer, { collection: CLAIMS, id, field: "words" }, claim.words),
    },
  });
}
