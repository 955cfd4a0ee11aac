import { createHash } from "node:crypto";
import type { AuditEntry } from "./audit.model";

/** What the first entry names as the hash before it. */
export const FIRST_PREVIOUS = "0".repeat(64);

/**
 * SHA-256, in hex, over an entry's canonical form: a JSON array of its fields in a fixed order, the previous hash first.
 * The sealed reason stands in it by its digest.
 */
export function hashOfEntry(entry: Omit<AuditEntry, "hash" | "reason">): string {
  const { previous, stream, seq, _id, at, act, actorId, subject, forPersonId, carePointId, reasonDigest } = entry;
  const who = [act, actorId, subject.type, subject.id, forPersonId, carePointId, reasonDigest];
  const canonical = JSON.stringify([previous, stream, seq, _id, at.toISOString(), ...who]);
  return createHash("sha256").update(canonical).digest("hex");
}
