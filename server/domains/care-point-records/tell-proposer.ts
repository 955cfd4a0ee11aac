import { changeWords } from "@shared/domains/care-point-records/verifying-records";
import { trusted } from "@server/core/db/trusted";
import type { Deps } from "@server/core/deps";
import type { DeliveredEvent, OutboxSource } from "@server/core/outbox/outbox";
import { findCarePointLabels } from "@server/domains/care-points/index";
import { notify } from "@server/domains/notices/index";
import { RECORD_CHANGES, RecordChangeModel, type RecordChangeDocument } from "./record-change.model";
import { openText } from "./sealed-words";
import { CHANGE_SETTLED } from "./settle-change";

/** Tells the manager what the office said. The words are read from the change: events are not sealed. */
export const recordChangeEvents: OutboxSource = {
  collection: RECORD_CHANGES,
  deliver: async (deps, events) => {
    const answers = events.filter(({ type }) => type === CHANGE_SETTLED);
    const ids = answers.map(({ documentId }) => documentId);
    const changes = await RecordChangeModel.find({ _id: trusted({ $in: ids }) })
      .limit(ids.length)
      .lean<RecordChangeDocument[]>();
    for (const event of answers) {
      const change = changes.find(({ _id }) => _id === event.documentId);
      if (change?.proposerId) await tell(deps, { event, change, personId: change.proposerId });
    }
  },
};

interface Telling {
  readonly event: DeliveredEvent;
  readonly change: RecordChangeDocument;
  readonly personId: string;
}

async function tell({ sealer, clock }: Deps, { event, change, personId }: Telling): Promise<void> {
  const { _id: id, carePointId, state, what } = change;
  const carePointName = (await findCarePointLabels([carePointId])).get(carePointId)?.name ?? "照护点";
  await notify({
    key: event.id,
    personId,
    carePointId,
    now: event.at?.getTime() ?? clock.now(),
    notice: {
      template: "change_answered",
      carePointName,
      what: changeWords[what],
      isApproved: state === "approved",
      words: openText(sealer, { collection: RECORD_CHANGES, id, field: "words" }, change.words),
    },
  });
}
