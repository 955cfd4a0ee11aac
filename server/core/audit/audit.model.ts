import * as z from "zod/mini";
import type { WantedIndexes } from "../db/indexes";
import { outboxIndex } from "../outbox/outbox";

export const AUDIT_COLLECTION = "audit_entries";
export const AUDIT_READS_COLLECTION = "audit_reads";

/** The one chain there is. */
export const AUDIT_STREAM = "main";

/**
 * One link of the chain (R-A1): which act, by whom, on what, and the hash of the link before. Ids only: names and phones
 * are looked up in the person while she is there, so that an erased person leaves a pseudonym.
 */
export const AuditEntry = z.strictObject({
  /** The event's id: told twice, it is appended once. */
  _id: z.string(),
  stream: z.literal(AUDIT_STREAM),
  /** Place in the stream, from 1 without gaps. */
  seq: z.int().check(z.positive()),
  /** When it happened. */
  at: z.date(),
  act: z.string(),
  actorId: z.string(),
  subject: z.strictObject({ type: z.string(), id: z.string() }),
  forPersonId: z.nullable(z.string()),
  carePointId: z.nullable(z.string()),
  /** Keyed hash of the reason: it is chained in the reason's place, which may be sealed anew or erased (R-X5). */
  reasonDigest: z.nullable(z.string()),
  /** Sealed. */
  reason: z.nullable(z.string()),
  /** Hash of the entry before, `FIRST_PREVIOUS` for the first. */
  previous: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const auditIndexes: readonly WantedIndexes[] = [
  {
    collection: AUDIT_COLLECTION,
    indexes: [
      {
        name: "place",
        key: { stream: 1, seq: 1 },
        unique: true,
        serves: "the chain never forks; its head; reading it",
      },
    ],
  },
  { collection: AUDIT_READS_COLLECTION, indexes: [outboxIndex] },
];
