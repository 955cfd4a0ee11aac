import type { FieldPlace, Sealer } from "../crypto/sealer";
import type { AuditNote } from "./audit-note";
import { AUDIT_COLLECTION, type AuditEntry } from "./audit.model";

type Reason = Pick<AuditEntry, "_id" | "reason" | "reasonDigest">;

const placeOf = (id: string): FieldPlace => ({ collection: AUDIT_COLLECTION, id, field: "reason" });
const digestOf = (sealer: Sealer, { id, reason }: { id: string; reason: string }) =>
  sealer.blindIndex("audit_entries.reason", `${id}\0${reason}`);

const waitingPlaceOf = (subjectId: string): FieldPlace => ({
  collection: "outbox",
  id: subjectId,
  field: "audit.sealedReason",
});

/** A person's own words as they wait in an outbox for the relay: sealed for the thing that the note is about. */
export const sealWaitingReason = (sealer: Sealer, { subjectId, reason }: { subjectId: string; reason: string }) =>
  sealer.seal(waitingPlaceOf(subjectId), reason);

/** Why it was done, as the note says or holds sealed. @throws Error when no key opens it */
export const reasonOf = (sealer: Sealer, { subject, reason, sealedReason }: AuditNote): string | undefined =>
  sealedReason === undefined ? reason : sealer.open(waitingPlaceOf(subject.id), sealedReason);

/** The two forms in which an entry keeps why something was done. */
export function sealReason(sealer: Sealer, { id, reason }: { id: string; reason: string | undefined }) {
  if (reason === undefined) return { reasonDigest: null, reason: null };
  return { reasonDigest: digestOf(sealer, { id, reason }), reason: sealer.seal(placeOf(id), reason) };
}

/** Whether the sealed reason is the one that was chained; an erased one is not held against the chain. */
export function isChainedReason(sealer: Sealer, { _id: id, reason, reasonDigest }: Reason): boolean {
  if (reason === null) return true;
  try {
    return digestOf(sealer, { id, reason: sealer.open(placeOf(id), reason) }) === reasonDigest;
  } catch {
    return false;
  }
}
