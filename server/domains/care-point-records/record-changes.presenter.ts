import type { RecordChange } from "@shared/domains/care-point-records/record-changes.contract";
import { dateLabel } from "@server/core/calendar";
import type { Sealer } from "@server/core/crypto/sealer";
import { toGcj02 } from "@server/core/geo-point";
import type { CarePointDocument } from "@server/domains/care-points/index";
import { standingWords, wantedWords } from "./change-words";
import { RECORD_CHANGES, type RecordChangeDocument } from "./record-change.model";
import { openText } from "./sealed-words";
import { wantedPosition } from "./wanted-facts";

interface Presenting {
  readonly carePoint: CarePointDocument;
  readonly sealer: Sealer;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** What is proposed beside what stands there. */
export const presentRecordChange = (
  change: RecordChangeDocument,
  { carePoint, sealer, today }: Presenting,
): RecordChange => {
  const { _id: id, what, state, wanted, openedOn, dueOn } = change;
  return {
    id,
    carePointId: carePoint._id,
    carePointName: carePoint.name,
    what,
    state,
    before: change.before ?? standingWords(what, carePoint),
    after: wantedWords(wanted, carePoint),
    mapPosition: wanted.what === "position" ? toGcj02(wantedPosition(wanted)) : null,
    proposedLabel: dateLabel(openedOn),
    dueLabel: dateLabel(dueOn),
    isOverdue: state === "open" && dueOn < today,
    version: carePoint.version,
    isEntryChanged: state === "open" && change.madeOn !== carePoint.version,
    words: openText(sealer, { collection: RECORD_CHANGES, id, field: "words" }, change.words),
  };
};
