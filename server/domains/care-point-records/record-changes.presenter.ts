import type { RecordChange } from "@shared/domains/care-point-records/record-changes.contract";
import { dateLabel } from "@server/core/calendar";
import type { Sealer } from "@server/core/crypto/sealer";
import { toGcj02 } from "@server/core/geo-point";
import type { Actor } from "@server/core/policy";
import type { CarePointDocument } from "@server/domains/care-points/index";
import { standingWords, wantedWords } from "./change-words";
import { RECORD_CHANGES, type RecordChangeDocument } from "./record-change.model";
import { recordChangesPolicy as policy } from "./record-changes.policy";
import { openText } from "./sealed-words";
import { wantedPosition } from "./wanted-facts";

interface Presenting {
  readonly carePoint: CarePointDocument;
  readonly actor: Actor;
  readonly sealer: Sealer;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** What is proposed beside what stands there. */
export const presentRecordChange = (
  change: RecordChangeDocument,
  { carePoint, actor, sealer, today }: Presenting,
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
    isEscalated: state === "open" && change.escalatedOn !== null,
    version: carePoint.version,
    isEntryChanged: state === "open" && change.madeOn !== carePoint.version,
    words: openText(sealer, { collection: RECORD_CHANGES, id, field: "words" }, change.words),
    abilities: { withdraw: state === "open" && policy.withdrawChange(actor, change) === "allow" },
  };
};
