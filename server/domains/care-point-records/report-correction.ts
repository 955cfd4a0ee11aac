import { businessDay } from "@shared/core/dates";
import type { CorrectionKind } from "@shared/domains/care-point-records/corrections.contract";
import { correctionRulesOn } from "@shared/domains/care-point-records/answering-corrections";
import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { openCase } from "@server/core/cases/open-case";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import { CorrectionModel, type CorrectionDocument } from "./correction.model";
import { findCorrection } from "./corrections.queries";
import { openWords, sealWords } from "./sealed-words";

/** Stands in the audit for somebody who did not sign in. */
const GUEST = "guest";

interface Reporting {
  readonly carePointId: string;
  readonly what: CorrectionKind;
  readonly sentence: string | undefined;
  /** Null for a guest. */
  readonly reporterId: string | null;
  readonly key: string;
}

/**
 * Takes down what somebody says is wrong with an entry. The care point owes the answer within the working days of the
 * rules. The same report sent again is one.
 * @throws AppError key_reused when the key reported something else
 */
export async function reportCorrection(
  { sealer, clock }: Pick<Deps, "sealer" | "clock">,
  reporting: Reporting,
): Promise<CorrectionDocument> {
  const { carePointId, what, sentence, reporterId, key } = reporting;
  const now = clock.now();
  const actorId = reporterId ?? GUEST;
  const id = stableId("correction", actorId, key);
  const opened = openCase({
    id,
    state: "open",
    owner: { type: "care_point", id: carePointId },
    workingDays: correctionRulesOn(businessDay(now)).answerWorkingDays,
    act: "report",
    by: reporterId,
    reason: what,
    now,
  });
  const subject = { type: "correction", id };
  const event = auditEvent({ act: "corrections.report-correction", actorId, subject, carePointId, now });
  const correction: CorrectionDocument = {
    ...opened,
    state: "open",
    carePointId,
    what,
    reporterId,
    sentence: sealWords(sealer, { id, field: "sentence" }, sentence),
    words: null,
    outbox: [event],
  };
  try {
    await CorrectionModel.create([correction]);
    return correction;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const known = await findCorrection(id);
    const isSame =
      known?.carePointId === carePointId &&
      known.what === what &&
      openWords(sealer, known, "sentence") === (sentence ?? null);
    if (!isSame) throw new AppError("key_reused");
    return known;
  }
}
