import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { CarePointDocument } from "@server/domains/care-points/index";
import { changeRecord, type RecordChange } from "./change-of-record";

/**
 * 都对，确认: somebody who works there says that all of the entry is right as of today.
 *
 * - It is believed anew from today on, for as long as its kind is; where it had sunk or left the lists it is back at once.
 * - What was confirmed is what was seen: after a change by somebody else one looks again.
 *
 * @throws AppError record_changed, key_reused
 */
export const confirmRecord = (deps: Pick<Deps, "clock">, confirming: RecordChange): Promise<CarePointDocument> =>
  changeRecord(deps, {
    ...confirming,
    act: "confirm-record",
    facts: { verifiedOn: today(deps.clock) },
    asked: [confirming.carePointId, confirming.version],
  });
