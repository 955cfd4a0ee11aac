import { businessDay } from "@shared/core/dates";
import { verifyingRulesOn } from "@shared/domains/care-point-records/verifying-records";
import type { WantedChange } from "@shared/domains/care-point-records/record-changes.contract";
import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { openCase } from "@server/core/cases/open-case";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import type { CarePointDocument } from "@server/domains/care-points/index";
import { checkWanted } from "./check-wanted";
import { RecordChangeModel, type RecordChangeDocument } from "./record-change.model";
import { findRecordChange } from "./record-changes.queries";
import { officeRegionOf } from "./verifying-office";

interface Proposing {
  readonly carePoint: CarePointDocument;
  readonly wanted: WantedChange;
  readonly isCertain: boolean;
  readonly actorId: string;
  readonly key: string;
}

/**
 * Puts a change that matters before the office of the district: another name, position, services, kinds or operator. The
 * entry stays as it is until the office says yes; it owes an answer within the working days of the rules. Of each kind
 * one may wait for a care point; the index decides between two.
 * @throws AppError change_waiting, nothing_changed, position_swapped, position_far, invalid_request; key_reused when the
 *   key proposed something else
 */
export async function proposeChange(
  { clock }: Pick<Deps, "clock">,
  proposing: Proposing,
): Promise<RecordChangeDocument> {
  const { carePoint, wanted, isCertain, actorId, key } = proposing;
  const id = stableId("record-change", actorId, key);
  const known = await findRecordChange(id);
  if (known) return sameAs(known, proposing);
  const now = clock.now();
  const day = businessDay(now);
  await checkWanted({ wanted, carePoint, today: day, isCertain });
  const change = opened({ ...proposing, id, now });
  try {
    await RecordChangeModel.create([change]);
    return change;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const first = await findRecordChange(id);
    if (!first) throw new AppError("change_waiting");
    return sameAs(first, proposing);
  }
}

function opened({ id, now, carePoint, wanted, actorId }: Proposing & { id: string; now: number }) {
  const { _id: carePointId, version } = carePoint;
  const officeRegionId = officeRegionOf(carePoint);
  const change: RecordChangeDocument = {
    ...openCase({
      id,
      state: "open" as const,
      owner: { type: "district", id: officeRegionId },
      workingDays: verifyingRulesOn(businessDay(now)).changeWorkingDays,
      act: "propose",
      by: actorId,
      reason: wanted.what,
      now,
    }),
    carePointId,
    offices: [officeRegionId],
    escalatedOn: null,
    what: wanted.what,
    wanted,
    madeOn: version,
    before: null,
    proposerId: actorId,
    words: null,
    outbox: [
      auditEvent({
        act: "record-changes.propose-change",
        actorId,
        subject: { type: "record-change", id },
        carePointId,
        now,
      }),
    ],
  };
  return change;
}

function sameAs(known: RecordChangeDocument, { carePoint, wanted }: Proposing): RecordChangeDocument {
  const [asked, kept] = [wanted, known.wanted].map((one) => JSON.stringify(Object.entries(one).sort()));
  if (known.carePointId !== carePoint._id || asked !== kept) throw new AppError("key_reused");
  return known;
}
