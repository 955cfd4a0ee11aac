import { AppError } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import { changeCarePoint, type CarePointDocument } from "@server/domains/care-points/index";

/** Who changes which entry, on which version, under which key. */
export interface RecordChange {
  readonly carePointId: string;
  readonly version: number;
  readonly actorId: string;
  readonly key: string;
}

interface Changing extends RecordChange {
  /** The endpoint's stem in kebab-case. */
  readonly act: "confirm-record" | "edit-record";
  readonly facts: Parameters<typeof changeCarePoint>[1]["facts"];
  /** What was asked for: the same key with something else is another request. */
  readonly asked: unknown;
}

/**
 * Writes a change of an entry with its audit, on the version it was made on.
 * @throws AppError record_changed when somebody else was first, key_reused when the key changed something else
 */
export async function changeRecord(deps: Pick<Deps, "clock">, changing: Changing): Promise<CarePointDocument> {
  const { carePointId, version, actorId, key, act, facts, asked } = changing;
  const subject = { type: "care-point", id: carePointId };
  const changed = await changeCarePoint(deps, {
    carePointId,
    version,
    facts,
    change: { id: stableId(actorId, key), fingerprint: stableId(act, JSON.stringify(asked)) },
    event: auditEvent({ act: `care-point-records.${act}`, actorId, subject, carePointId, now: deps.clock.now() }),
  });
  if (!changed) throw new AppError("record_changed");
  return changed;
}
