import * as z from "zod/mini";
import type { Sealer } from "../crypto/sealer";
import type { AuditHead } from "./append-audit";
import { FIRST_PREVIOUS, hashOfEntry } from "./audit-hash";
import { isChainedReason } from "./audit-reason";
import { AuditEntry } from "./audit.model";

/** What a chain turned out to be; `seq` is the first place at which it is not what was written. */
export type ChainVerdict =
  | { readonly isWhole: true; readonly entries: number }
  | { readonly isWhole: false; readonly seq: number; readonly why: string };

interface Evidence {
  /** Opens reasons, to compare them with what was chained. */
  readonly sealer: Sealer;
  /** Heads that were exported on earlier days: against a chain that was cut short or written anew as a whole. */
  readonly heads: readonly AuditHead[];
}

/**
 * Reads a chain from its first entry on and says whether every entry is as it was appended, where it was appended.
 * @param entries as the database holds them, in the order of their seq
 */
export async function verifyChain(
  entries: AsyncIterable<unknown> | Iterable<unknown>,
  { sealer, heads }: Evidence,
): Promise<ChainVerdict> {
  let [seq, previous] = [0, FIRST_PREVIOUS];
  for await (const raw of entries) {
    const parsed = z.safeParse(AuditEntry, raw);
    seq += 1;
    if (!parsed.success) return { isWhole: false, seq, why: "it has not the form of an entry" };
    const why = faultOf(parsed.data, { seq, previous, sealer, heads });
    if (why !== null) return { isWhole: false, seq, why };
    previous = parsed.data.hash;
  }
  const isCut = heads.some((head) => head.seq > seq);
  if (isCut) return { isWhole: false, seq: seq + 1, why: "it was there when the head was exported" };
  return { isWhole: true, entries: seq };
}

interface Expected extends Evidence {
  readonly seq: number;
  readonly previous: string;
}

function faultOf(entry: AuditEntry, { seq, previous, sealer, heads }: Expected): string | null {
  if (entry.seq !== seq) return `seq ${entry.seq} stands in its place`;
  if (entry.previous !== previous) return "it does not follow from the entry before";
  if (entry.hash !== hashOfEntry(entry)) return "it was altered";
  if (!isChainedReason(sealer, entry)) return "its reason was altered";
  const isOther = heads.some((head) => head.seq === seq && head.hash !== entry.hash);
  return isOther ? "it is another one than when the head was exported" : null;
}
