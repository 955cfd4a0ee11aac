import type { WithholdReason } from "@shared/domains/care-point-records/office-records.contract";
import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { today } from "@server/core/clock";
import { inTransaction } from "@server/core/db/in-transaction";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import { changeCarePoint, type CarePointDocument } from "@server/domains/care-points/index";
import { OFFICE_ACTS, OfficeActModel, type OfficeActDocument } from "./office-act.model";
import { sealText } from "./sealed-words";

type WithheldWhy = NonNullable<CarePointDocument["withheld"]>["why"];
type PublishDeps = Pick<Deps, "clock" | "sealer">;

interface Publishing {
  /** As it was last read. */
  readonly carePoint: CarePointDocument;
  /** Of the entry as the officer saw it. */
  readonly version: number;
  readonly actorId: string;
  readonly key: string;
}

/**
 * Takes an entry out of every list, search and circle: for now, or because the place closed. Its page says so, its
 * history stays. What is withheld for another reason - no plaque yet, or one with another place - is not the office's.
 * @throws AppError record_changed, state_changed for what is withheld otherwise, key_reused
 */
export async function withholdRecord(
  deps: PublishDeps,
  { why, words, ...publishing }: Publishing & { readonly why: WithholdReason; readonly words: string },
): Promise<CarePointDocument> {
  const { carePoint, actorId, key } = publishing;
  const standing = carePoint.withheld?.why;
  const isPossible = standing === undefined || (isOwn(standing) && standing !== why);
  if (!isPossible && !isRepeat(carePoint, stableId(actorId, key))) throw new AppError("state_changed");
  const withheld = { since: today(deps.clock), why, mergedInto: null };
  return write(deps, { ...publishing, act: why, endpoint: "withhold-record", words, withheld });
}

/**
 * Brings an entry back into the lists, as far as it is still believed.
 * @throws AppError not_plated, merged_away, state_changed when it is published or suspended, record_changed, key_reused
 */
export async function publishRecord(deps: PublishDeps, publishing: Publishing): Promise<CarePointDocument> {
  const { carePoint, actorId, key } = publishing;
  const standing = carePoint.withheld?.why;
  if (standing === "not_plated") throw new AppError("not_plated");
  if (standing === "merged") throw new AppError("merged_away");
  if (!isOwn(standing) && !isRepeat(carePoint, stableId(actorId, key))) throw new AppError("state_changed");
  return write(deps, { ...publishing, act: "published", endpoint: "publish-record", withheld: null });
}

/** Withheld by the office itself; what the programme of meal points or a merge withheld is theirs. */
const isOwn = (standing: WithheldWhy | undefined): boolean => standing === "unpublished" || standing === "closed";

const isRepeat = ({ changes = [] }: CarePointDocument, changeId: string): boolean =>
  changes.some(({ id }) => id === changeId);

interface Writing extends Publishing {
  readonly act: OfficeActDocument["act"];
  readonly endpoint: "withhold-record" | "publish-record";
  readonly words?: string;
  readonly withheld: CarePointDocument["withheld"];
}

/** The entry and the note of what was done, both or neither. */
async function write({ clock, sealer }: PublishDeps, writing: Writing): Promise<CarePointDocument> {
  const { carePoint, version, actorId, key, act, endpoint, words, withheld } = writing;
  const { _id: carePointId } = carePoint;
  const id = stableId(actorId, key);
  const now = clock.now();
  const subject = { type: "care-point", id: carePointId };
  const event = auditEvent({ act: `office-records.${endpoint}`, actorId, subject, carePointId, now });
  const change = { id, fingerprint: stableId(act, carePointId, String(version), words ?? "") };
  return inTransaction(async () => {
    const changed = await changeCarePoint({ clock }, { carePointId, version, facts: { withheld }, change, event });
    if (!changed) throw new AppError("record_changed");
    const sealed = sealText(sealer, { collection: OFFICE_ACTS, id, field: "words" }, words);
    const done = { carePointId, act, words: sealed, byId: actorId, at: new Date(now) };
    await OfficeActModel.updateOne({ _id: id }, { $setOnInsert: done }, { upsert: true });
    return changed;
  });
}
