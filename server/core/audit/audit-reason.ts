import type { FieldPlace, Sealer } from "../crypto/sealer";
import { AUDIT_COLLECTION, type AuditEntry } from "./audit.model";

type Reason = Pick<AuditEntry, "_id" | "reason" | "reasonDigest">;

const placeOf = (id: string): FieldPlace => ({ collection: AUDIT_COLLECTION, id, field: "reason" });
const digestOf = (sealer: Sealer, { id, reason }: { id: string; reason: string }) =>
  sealer.blindIndex("audit_entries.reason", `${id}\0${reason}`);

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
