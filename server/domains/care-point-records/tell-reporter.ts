import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import type { DeliveredEvent, OutboxSource } from "@server/core/outbox/outbox";
import { findCarePointLabels } from "@server/domains/care-points/index";
import { notify } from "@server/domains/notices/index";
import { CORRECTIONS, CorrectionModel, type CorrectionDocument } from "./correction.model";
import { openWords } from "./sealed-words";
import { SETTLED } from "./settle-correction";

/** Tells whoever reported something what became of it. The words are read from the correction: events are not sealed. */
export const correctionEvents: OutboxSource = {
  collection: CORRECTIONS,
  deliver: async (deps, events) => {
    const answers = events.filter(({ type }) => type === SETTLED);
    const ids = answers.map(({ documentId }) => documentId);
    const corrections = await CorrectionModel.find({ _id: trusted({ $in: ids }) })
      .limit(ids.length)
      .lean<CorrectionDocument[]>();
    for (const event of answers) {
      const correction = corrections.find(({ _id }) => _id === event.documentId);
      if (correction?.reporterId) await tell(deps, { event, correction, personId: correction.reporterId });
    }
  },
};

interface Telling {
  readonly event: DeliveredEvent;
  readonly correction: CorrectionDocument;
  readonly personId: string;
}

async function tell({ sealer, clock }: Deps, { event, correction, personId }: Telling): Promise<void> {
  const { carePointId, state } = correction;
  const carePointName = (await findCarePointLabels([carePointId])).get(carePointId)?.name ?? "照护点";
  await notify({
    key: event.id,
    personId,
    carePointId,
    now: event.at?.getTime() ?? clock.now(),
    notice: {
      template: "correction_answered",
      carePointName,
      isTakenOver: state === "taken_over",
      words: openWords(sealer, correction, "words"),
    },
  });
}
